//! All files, and who takes what from whom.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::file::{File, Module};

/// From whom each file takes, and what.
pub(super) type Takes<'a> = BTreeMap<&'a Module, BTreeMap<&'a Module, String>>;

/// All from whom a file takes, also by way of others.
pub(super) fn reached<'a>(from: &'a Module, takes: &Takes<'a>) -> BTreeSet<&'a Module> {
    let (mut reached, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(module) = next.pop() {
        next.extend(takes[module].keys().copied().filter(|to| reached.insert(*to)));
    }
    reached
}

/// All files of the program.
pub(super) fn sources() -> Vec<(Module, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src");
    let (mut sources, mut folders) = (Vec::new(), vec![source.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&source).unwrap().with_extension("");
                let module: Module = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                sources.push((module, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    sources
}

/// All files.
pub(super) struct House(BTreeMap<Module, File>);

impl House {
    /// Of these files.
    pub(super) fn of(sources: impl IntoIterator<Item = (Module, String)>) -> Self {
        let read = |(module, source): (Module, String)| (module.clone(), File::read(&module, &source));
        let mut files: BTreeMap<_, _> = sources.into_iter().map(read).collect();
        for of_tests in files.values().flat_map(|file| file.of_tests.clone()).collect::<Vec<_>>() {
            files.retain(|module, _| !module.starts_with(&of_tests));
        }
        // It only says what there is.
        files.remove(&["lib".to_owned()][..]);
        House(files)
    }

    /// The program, as far as it is a library.
    pub(super) fn of_the_program() -> Self {
        let mut sources = sources();
        sources.retain(|(module, _)| *module != ["main"]);
        House::of(sources)
    }

    /// A path as it stands in a module, from the crate down; nothing if it leads out of the crate, or to what stands in
    /// that module itself.
    fn absolute(&self, file: &File, at: &[String], path: &[String], depth: u8) -> Option<Module> {
        let supers = path.iter().take_while(|part| *part == "super").count();
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([at, &path[1..]].concat()),
            "super" => Some([at.get(..at.len().checked_sub(supers)?)?, &path[supers..]].concat()),
            first => {
                let is_below = self.0.contains_key(&[at, &path[..1]].concat());
                match file.names.get(at).and_then(|names| names.get(first)) {
                    // A function may have the name of a module that stands here as well: nothing is in a function.
                    Some(named) if !(is_below && path.len() > 1) => {
                        let path = [&named[..], &path[1..]].concat();
                        self.absolute(file, at, &path, depth.checked_sub(1)?)
                    }
                    _ => is_below.then(|| [at, path].concat()),
                }
            }
        }
    }

    /// The file in which it is, whoever hands it on.
    fn home(&self, path: &[String], depth: u8) -> Option<&File> {
        let length = (1..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let file = self.0.get(module)?;
        let elsewhere = rest.first().filter(|name| {
            depth > 0 && file.names.get(module).is_some_and(|names| names.contains_key(*name))
        });
        elsewhere
            .and_then(|_| self.absolute(file, module, rest, 4))
            .and_then(|path| self.home(&path, depth - 1))
            .or(Some(file))
    }

    /// From whom each file takes, and what.
    pub(super) fn takes(&self) -> Takes<'_> {
        let mut takes = Takes::new();
        for file in self.0.values() {
            let from = takes.entry(&file.module).or_default();
            let absolute = |(at, path): &(Module, Module)| self.absolute(file, at, path, 4);
            let handed_on = file.handed_on.iter().filter_map(absolute);
            let from_elsewhere = handed_on.filter(|path| !path.starts_with(&file.module));
            for path in file.paths.iter().filter_map(absolute).chain(from_elsewhere) {
                // Of a module that is named alone nothing is taken yet.
                let home = Some(&path).filter(|path| !self.0.contains_key(*path));
                if let Some(home) = home.and_then(|path| self.home(path, 8)) {
                    from.entry(&home.module).or_insert_with(|| path.join("::"));
                }
            }
        }
        // Whoever has a type, gives functions to it, or names it, and calls one that another file gave to it, takes it from
        // there.
        let mut types: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for file in self.0.values() {
            for (at, of, functions) in &file.given {
                let absolute = self.absolute(file, at, of, 4);
                let home = absolute.and_then(|absolute| self.home(&absolute, 8)).unwrap_or(file);
                if let Some(name) = of.last() {
                    types.entry((&home.module, name)).or_default().push((file, functions));
                }
            }
        }
        for ((home, name), given) in &types {
            let names_it = |file: &&File| {
                let named =
                    file.names.iter().flat_map(|(at, names)| names.values().map(move |path| (at, path)));
                let mut homes = named.filter(|(_, path)| path.last() == Some(*name));
                homes.any(|(at, path)| {
                    let absolute = self.absolute(file, at, path, 4);
                    absolute
                        .and_then(|absolute| self.home(&absolute, 8))
                        .is_some_and(|at| at.module == **home)
                })
            };
            let givers = given.iter().map(|(file, _)| (*file, true)).chain([(&self.0[*home], true)]);
            for (caller, is_near) in givers.chain(self.0.values().filter(names_it).map(|file| (file, false)))
            {
                // Who names a type that is given something where it stands takes from there already.
                for (file, functions) in given.iter().filter(|(file, _)| is_near || file.module != **home) {
                    let called = |(name, is_public): &&(String, bool)| {
                        (is_near || *is_public) && caller.called.contains(name) && !caller.own.contains(name)
                    };
                    if let Some((function, _)) = functions.iter().find(called) {
                        let from = takes.entry(&caller.module).or_default();
                        from.entry(&file.module).or_insert_with(|| format!("{name}::{function}"));
                    }
                }
            }
        }
        for (module, from) in &mut takes {
            from.remove(*module);
        }
        takes
    }

    /// The files that take all of a module: what that is, nobody sees.
    pub(super) fn all_of_a_module(&self) -> Vec<String> {
        let globs =
            |file: &&File| file.paths.iter().any(|(_, path)| path.last().is_some_and(|last| last == "*"));
        self.0.values().filter(globs).map(|file| file.module.join("/")).collect()
    }

    /// The files that take from each other, each with what it takes.
    pub(super) fn circles(&self) -> Vec<String> {
        let takes = self.takes();
        let reached: BTreeMap<_, _> = takes.keys().map(|module| (*module, reached(module, &takes))).collect();
        let of_one = |module: &Module, (to, what): (&&Module, &String)| {
            let line = format!("{} takes {what} from {}", module.join("/"), to.join("/"));
            reached[*to].contains(module).then_some(line)
        };
        let lines = takes.iter().flat_map(|(module, from)| from.iter().filter_map(|to| of_one(module, to)));
        lines.collect()
    }
}
