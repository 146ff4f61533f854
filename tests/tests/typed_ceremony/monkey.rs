//! A monkey at the keyboard: no panic, no frozen screen, and no Nitrokey that was written.

use std::fs;

use anyhow::{Result, bail, ensure};
use coldspare::plan::Role;
use coldspare_tests::screen::Key;
use coldspare_tests::typist::{Answers, Typist};
use coldspare_tests::words::said;
use virtual_nitrokey::Model;

use crate::scene::{Scene, with_keys};

/// The monkey has no 7, and both serials have one in their last four digits.
const KEYS: [(Model, u32); 2] = [(Model::Nitrokey3, 0x0A0B_7C01), (Model::Nitrokey3, 0x0A0B_0C71)];
const WITHOUT_7: &[u8] = b"01234568912345689";
/// Keys at once.
const BURST: usize = 40;

/// Numbers of which nobody would say that they follow from each other (Marsaglia's xorshift64*).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end.max(1)
    }

    /// What a key sends.
    fn key(&mut self) -> Vec<u8> {
        const ARROWS: [Key; 8] =
            [Key::Up, Key::Down, Key::Down, Key::Left, Key::Right, Key::Tab, Key::BackTab, Key::PageDown];
        const OTHERS: [Key; 9] = [
            Key::Backspace,
            Key::Delete,
            Key::Home,
            Key::End,
            Key::PageUp,
            Key::Ctrl('u'),
            Key::Ctrl('c'),
            Key::Ctrl('z'),
            Key::F(12),
        ];
        match self.below(100) {
            0..34 => Key::Enter.bytes(),
            34..39 => Key::Esc.bytes(),
            39..55 => ARROWS[self.below(ARROWS.len())].bytes(),
            55..70 => vec![WITHOUT_7[self.below(WITHOUT_7.len())]],
            70..88 => vec![b'a' + u8::try_from(self.below(26)).unwrap_or(0)],
            88 => Key::F(1).bytes(),
            89..91 => Key::F(2).bytes(),
            91 => Key::F(10).bytes(),
            92..95 => Key::F([3, 4, 5][self.below(3)]).bytes(),
            95 => vec![b" @.-_:/"[self.below(7)]],
            96 => "ß".into(),
            _ => OTHERS[self.below(OTHERS.len())].bytes(),
        }
    }
}

/// Whether it answers: one of these keys changes something on every screen.
fn is_alive(typist: &mut Typist) -> Result<bool> {
    let console = &mut typist.console;
    for key in [Key::F(1), Key::Esc, Key::Enter] {
        if console.has_ended()? {
            return Ok(false);
        }
        let before = console.screen();
        console.key(key)?;
        let mut changed = false;
        for _ in 0..100 {
            std::thread::sleep(std::time::Duration::from_millis(10));
            changed |= console.screen() != before || console.has_ended()?;
            if changed {
                break;
            }
        }
        if changed {
            return Ok(!console.has_ended()?);
        }
    }
    bail!("the screen is frozen:\n{}", console.screen())
}

/// Which keys are on which Nitrokey; without the tries that are left.
fn on_them(scene: &Scene) -> Result<Vec<String>> {
    let list = scene.list()?;
    let lines = list.lines().filter(|line| !line.contains("Tries left"));
    Ok(lines.map(str::to_owned).collect())
}

/// No panic was told since the program was started.
fn shows_no_fault(typist: &Typist) -> Result<()> {
    let shown = typist.console.shown();
    let fault = shown.iter().find(|screen| typist.says(screen, "panicked"));
    ensure!(fault.is_none(), "{}", fault.map_or("", String::as_str));
    Ok(())
}

/// Lets it loose from where the program is now, and again from the start whenever it has switched off.
fn lets_loose(scene: &mut Scene, random: &mut Random, keys: usize) -> Result<()> {
    let mut sent = 0;
    while sent < keys {
        let mut burst: Vec<u8> = Vec::new();
        for _ in 0..BURST {
            burst.extend(random.key());
        }
        sent += BURST;
        // It may end in the middle.
        if scene.typist.console.keys(&String::from_utf8_lossy(&burst)).is_err()
            || !is_alive(&mut scene.typist)?
        {
            let status = scene.typist.console.wait_for_end()?;
            ensure!(status.success(), "it ended with {status}");
            shows_no_fault(&scene.typist)?;
            scene.typist = Typist::start(&scene.virtual_pc, 80, 25)?;
            scene.typist.goes_home()?;
        }
    }
    shows_no_fault(&scene.typist)
}

#[test]
fn a_monkey_breaks_nothing() -> Result<()> {
    let keys = if coldspare_tests::all() { 20_000 } else { 2_000 };
    let seed = std::env::var("COLDSPARE_MONKEY").ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| u64::from(std::process::id()) << 20 | 0x5EED);
    println!("COLDSPARE_MONKEY={seed}");
    let mut random = Random(seed.max(1));
    let mut scene =
        Scene::with(&KEYS, Answers::default(), |virtual_pc| with_keys(virtual_pc, KEYS[0].0, KEYS[0].1))?;
    scene.virtual_pc.plug(0, 0)?;
    scene.virtual_pc.plug(1, 1)?;
    let before = on_them(&scene)?;
    // From the start, from home, from the plan's end, and with everything ready to be written.
    lets_loose(&mut scene, &mut random, keys / 4)?;
    scene.typist = Typist::start(&scene.virtual_pc, 80, 25)?;
    scene.typist.plans(&scene.answers)?;
    lets_loose(&mut scene, &mut random, keys / 4)?;
    for _ in 0..2 {
        scene.typist = Typist::start(&scene.virtual_pc, 80, 25)?;
        // The bundle comes beside no cards that it has saved there.
        for left in fs::read_dir(scene.virtual_pc.stick("COLDSPARE"))? {
            let left = left?.path();
            if left.is_dir() { fs::remove_dir_all(left)? } else { fs::remove_file(left)? }
        }
        scene.typist.plans(&scene.answers)?;
        scene.typist.meets("primary", "000F:0A0B7C01")?;
        scene.typist.meets("spare", "000F:0A0B0C71")?;
        scene.typist.goes(&[coldspare_tests::typist::all_met()])?;
        scene.typist.makes_and_proves_backup(&scene.virtual_pc, &scene.answers, "COLDSPARE")?;
        scene.typist.at(said("write").with("role", Role::Primary))?;
        lets_loose(&mut scene, &mut random, keys / 4)?;
    }
    drop(std::mem::replace(&mut scene.typist, Typist::start(&scene.virtual_pc, 80, 25)?));
    let after = on_them(&scene)?;
    ensure!(before == after, "a Nitrokey was written without being confirmed:\n{before:#?}\n{after:#?}");
    Ok(())
}
