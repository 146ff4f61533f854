//! A Start's data pool (`flash.c`): objects by their numbers. Here it is a file beside those of the card beneath, in the
//! same flash.

use crate::tlv;
use littlefs2::{object_safe::DynFilesystem, path};
use std::collections::BTreeMap;
use trussed_core::types::Bytes;

use super::pins::{ADMIN, CODE, USER};

/// Both pages are erased.
const TERMINATED: u16 = 0xE6;
/// More is not kept: three PINs, a KDF-DO, and a few bytes for the rest.
const MOST: usize = 1024;

pub(super) struct Memory<'a> {
    file: &'a dyn DynFilesystem,
    objects: BTreeMap<u16, Vec<u8>>,
}

impl<'a> Memory<'a> {
    pub(super) fn read(file: &'a dyn DynFilesystem) -> Self {
        let kept: Bytes<MOST> = file.read(path!("start")).unwrap_or_default();
        let objects = tlv::parse(&kept).unwrap_or_default();
        let objects = objects.into_iter().map(|(tag, value)| (tag, value.to_vec())).collect();
        Self { file, objects }
    }

    pub(super) fn get(&self, tag: u16) -> Option<&[u8]> {
        self.objects.get(&tag).map(Vec::as_slice)
    }

    pub(super) fn put(&mut self, tag: u16, value: &[u8]) {
        self.objects.insert(tag, value.to_vec());
        self.keep();
    }

    pub(super) fn forget(&mut self, tag: u16) {
        self.objects.remove(&tag);
        self.keep();
    }

    pub(super) fn forget_user_pins(&mut self) {
        self.objects.retain(|tag, _| ![USER, CODE].contains(tag));
        self.keep();
    }

    pub(super) fn forget_pins(&mut self) {
        self.objects.retain(|tag, _| ![USER, CODE, ADMIN].contains(tag));
        self.keep();
    }

    /// No PIN is right any more.
    pub(super) fn ruin_pins(&mut self) {
        self.objects.extend([USER, CODE, ADMIN].map(|pin| (pin, vec![0xFF; 126])));
        self.keep();
    }

    pub(super) fn terminate(&mut self) {
        self.objects = BTreeMap::from([(TERMINATED, Vec::new())]);
        self.keep();
    }

    pub(super) fn activate(&mut self) {
        self.forget(TERMINATED);
    }

    pub(super) fn is_terminated(&self) -> bool {
        self.objects.contains_key(&TERMINATED)
    }

    fn keep(&self) {
        let mut kept = Vec::new();
        self.objects.iter().for_each(|(tag, value)| tlv::push(&mut kept, *tag, value));
        if let Err(error) = self.file.write(path!("start"), &kept) {
            eprintln!("a virtual Start cannot keep what it was told: {error:?}");
        }
    }
}
