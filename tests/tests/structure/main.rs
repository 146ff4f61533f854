//! The house: who takes from whom. Each file takes from what stands below it, and no two files take from each other,
//! not even by way of others.
//!
//! A file takes what it names: in `use`, in any path, and in what is given to a macro; and functions that another file
//! has given to a type of its own. A folder's own file (`x.rs`) takes from the files in that folder as any other does,
//! with one exception: it may say that they are there (`mod y;`) and hand on what is in them (`pub use y::Y;`). Whoever
//! takes that takes it from where it is. What is for tests alone is not looked at.

#![allow(clippy::unwrap_used, clippy::panic)]

mod commits;
mod file;
mod house;
mod one_place;
mod sentences;
mod steps;
mod ticks;
mod tokens;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use file::Module;
use house::House;

/// One row of pieces above another, from below. A file takes from its own piece, and from those in rows below its own;
/// so pieces in one row do not know each other. `*`: each flow is a piece. `.rs`: this file alone, without a folder of
/// its own.
const ROWS: [&[&str]; 13] = [
    &["language", "limits.rs", "numbers"],
    &["plan"],
    &["pins.rs"],
    &["backup", "machine", "nitrokey", "openpgp", "paper"],
    &["ceremony"],
    &["tui/kit"],
    &["tui/one_line.rs", "tui/watch"],
    &["tui/parts"],
    &["tui/ports"],
    &["tui/flows/*"],
    &["tui/flows.rs", "tui/home.rs"],
    &["tui/app.rs"],
    &["tui.rs"],
];

/// What is taken from above, or from beside; and what stands nowhere.
fn upwards(house: &House) -> Vec<String> {
    let mut wrong = Vec::new();
    for (module, from) in house.takes() {
        let Some((row, piece)) = place(module) else {
            wrong.push(format!("{} stands in no row", module.join("/")));
            continue;
        };
        for (to, what) in from {
            let is_below = place(to).is_some_and(|(below, other)| below < row || other == piece);
            if !is_below {
                wrong.push(format!("{} takes {what} from {}", module.join("/"), to.join("/")));
            }
        }
    }
    wrong
}

/// The row in which a file stands, and its piece there: the longest that it is in.
fn place(module: &[String]) -> Option<(usize, Module)> {
    let in_piece = |piece: &str| {
        let alone = piece.strip_suffix(".rs");
        let parts: Vec<_> = alone.unwrap_or(piece).split('/').collect();
        let fits = (module.len() == parts.len() || module.len() > parts.len() && alone.is_none())
            && parts.iter().zip(module).all(|(part, name)| part == name || *part == "*");
        fits.then(|| module[..parts.len()].to_vec())
    };
    let rows = ROWS.iter().enumerate();
    let pieces = rows.flat_map(|(row, pieces)| pieces.iter().map(move |piece| (row, piece)));
    pieces.filter_map(|(row, piece)| Some((row, in_piece(piece)?))).max_by_key(|(_, piece)| piece.len())
}

static PROGRAM: LazyLock<House> = LazyLock::new(House::of_the_program);

#[test]
fn no_two_files_take_from_each_other() {
    let house = &*PROGRAM;
    assert!(
        house.takes().values().map(BTreeMap::len).sum::<usize>() > 1000,
        "it is not seen who takes from whom"
    );
    let circles = house.circles();
    assert!(circles.is_empty(), "these take from each other:\n{}", circles.join("\n"));
}

#[test]
fn each_file_takes_from_below() {
    let upwards = upwards(&PROGRAM);
    assert!(upwards.is_empty(), "these do not take from below:\n{}", upwards.join("\n"));
}

/// What takes a file in without naming its module: nobody sees it then. What was built (`build.rs`) is no file here.
fn hidden(source: &str) -> bool {
    let tight: String = source.split_whitespace().collect();
    let built = "include!(concat!(env!(\"OUT_DIR\"),\"/";
    let tight = tight.replace(&format!("{built}.."), "include!(").replace(built, "");
    ["externcrate", "path=\"", "include!("].iter().any(|way| tight.contains(way))
}

#[test]
fn no_file_is_taken_in_by_another_way() {
    let hidden: Vec<_> = house::sources().into_iter().filter(|(_, source)| hidden(source)).collect();
    assert!(hidden.is_empty(), "{:?}", hidden.iter().map(|(module, _)| module.join("/")).collect::<Vec<_>>());
}

#[test]
fn no_file_takes_all_of_a_module() {
    assert_eq!(PROGRAM.all_of_a_module(), [""; 0]);
    let glob = house(&[("x", "mod a;"), ("x/a", "use super::*;")]);
    assert_eq!(glob.all_of_a_module(), ["x/a"]);
    let of_tests = "#[cfg(test)] mod tests { use super::*; }";
    assert_eq!(house(&[("x", of_tests)]).all_of_a_module(), [""; 0]);
}

/// A house of these files, with what they say.
fn house(files: &[(&str, &str)]) -> House {
    let parts = |module: &str| module.split('/').map(str::to_owned).collect();
    House::of(files.iter().map(|(module, source)| (parts(module), (*source).to_owned())))
}

#[test]
fn whatever_way_a_file_takes_from_another_is_noticed() {
    let takes = [
        "use super::a::A;",
        "use super::{a::{A as Other}};",
        "use super::a::*;",
        "use super::a; fn f(_: a::A) {}",
        "use crate::x as y; fn f(_: y::a::A) {}",
        "fn f() { super::a::f() }",
        "fn f() { match 1 { crate::x::a::ONE => {} _ => {} } }",
        "fn f() { println!(\"{}\", super::a::f()) }",
        "fn f() { vec![[super::a::A]] }",
        "#[derive(super::a::A)] struct S;",
        "impl super::a::A for S {}",
        "mod inside { use super::super::a::A; }",
        "fn f() { use super::a::A; }",
        // What another file hands on is taken from where it is.
        "use super::A;",
        "use super::b; fn f(_: b::A) {}",
        "pub use super::a::A;",
    ];
    for source in takes {
        let files = [
            ("x", "mod a; mod b; mod c; pub use a::A;"),
            ("x/a", "use super::c::C; pub struct A;"),
            ("x/b", "pub(super) use super::a::A;"),
            ("x/c", source),
        ];
        assert_eq!(house(&files).circles().len(), 2, "{source}: {:?}", house(&files).circles());
    }
    for none in [
        "",
        "use super::d::D;",
        "use std::fmt;",
        "use super::a;",
        "pub(in crate::x::a) struct C;",
        "#[cfg(test)] mod tests { use super::super::a::A; }",
        "#[cfg(test)] use super::a::A;",
        "fn f(x: A) { x.a(); a::b() }",
        "/// [`super::a::A`]\nstruct C;",
    ] {
        let files = [("x", "mod a; mod c;"), ("x/a", "use super::c::C;"), ("x/c", none), ("x/d", "")];
        assert_eq!(house(&files).circles(), [""; 0], "{none}");
    }
}

#[test]
fn whatever_hides_what_a_file_takes_is_noticed() {
    for way in [
        "extern crate self as me;",
        "# [path = \"a.rs\"] mod a;",
        "#[cfg_attr(all(), path = \"a.rs\")] mod a;",
        "include ! (\"a.rs\");",
        "include!(concat!(env!(\"OUT_DIR\"), \"/../app/src/a.rs\"));",
    ] {
        assert!(hidden(way), "{way}");
    }
    assert!(!hidden("include!(concat!(env!(\"OUT_DIR\"), \"/keys.rs\"));"));
    assert!(!hidden("const A: &str = include_str!(\"a.txt\"); fn f() { path(extern_crate) }"));
}

#[test]
fn a_folders_own_file_hands_on_what_is_in_it_and_takes_none_of_it() {
    let below = ("x/y", "use super::Shared; pub struct Y; pub fn f() {}");
    for hands_on in ["mod y; pub use y::Y;", "mod y; pub(crate) use self::y::{Y, f};", "pub mod y;"] {
        assert_eq!(house(&[("x", hands_on), below]).circles(), [""; 0], "{hands_on}");
    }
    for takes in [
        "mod y; use y::Y;",
        "mod y; fn g() { y::f() }",
        "mod y; pub use y::Y; struct Shared(Y);",
        "mod y; pub use y::Y; fn g() { println!(\"{}\", Y) }",
        "mod y; pub use y::*;",
    ] {
        assert_eq!(house(&[("x", takes), below]).circles().len(), 2, "{takes}");
    }
    // A function of a type that another file gave to it, by whatever name it is called.
    let given = ("x/y", "use super::Shared; impl Shared { fn f(&self) {} fn new() {} }");
    for takes in
        ["fn g(shared: Shared) { shared.f() }", "fn g() { Shared::new(); }", "fn g() { dbg!(s.f()) }"]
    {
        assert_eq!(house(&[("x", takes), given]).circles().len(), 2, "{takes}");
    }
    let constant = ("x/y", "use super::Shared; impl Shared { const ONE: u8 = 1; }");
    assert_eq!(house(&[("x", "struct Shared; fn g() -> u8 { Shared::ONE }"), constant]).circles().len(), 2);
    // Also by a file that only names the type.
    let gives = ("x/y", "use super::Shared; use super::z::Z; impl Shared { pub fn f(&self) {} }");
    let names = ("x/z", "use super::Shared; struct Z; fn g(shared: Shared) { shared.f() }");
    assert_eq!(house(&[("x", "mod y; mod z; struct Shared;"), gives, names]).circles().len(), 2);
    assert_eq!(house(&[("x", "fn g(s: &S) { s.h(); Other::h() }"), given]).circles(), [""; 0]);
    assert_eq!(house(&[("x", "impl S { fn f() {} } fn g(s: &S) { s.f() }"), given]).circles(), [""; 0]);
}

#[test]
fn who_takes_from_above_or_from_beside_is_noticed() {
    for (module, takes) in [
        ("language", "use crate::plan::Plan;"),
        ("plan/role", "use crate::pins::Pins;"),
        ("paper/letter", "use crate::openpgp::Remains;"),
        ("machine/clock", "use crate::ceremony::Made;"),
        ("ceremony/made", "use crate::tui::kit::view::View;"),
        ("tui/kit/view", "use crate::tui::parts::pin::Pin;"),
        ("tui/parts/pin", "use crate::tui::flows::lost::Lost;"),
        ("tui/parts/pin", "use crate::tui::ports::keyboards;"),
        ("tui/flows/drill", "use crate::tui::flows::lost::Lost;"),
        ("tui/flows/drill/steps", "use crate::tui::flows::lost::cards::Cards;"),
        ("tui/flows/lost", "use crate::tui::home::Home;"),
        ("tui/watch", "use crate::tui::App;"),
        ("elsewhere", ""),
        ("tui/elsewhere/file", "use crate::tui::kit::view::View;"),
    ] {
        let mut files = vec![(module, takes)];
        let there = [
            "plan",
            "pins",
            "openpgp",
            "ceremony",
            "tui",
            "tui/kit/view",
            "tui/parts/pin",
            "tui/ports",
            "tui/home",
            "tui/flows/lost",
            "tui/flows/lost/cards",
        ];
        files.extend(there.iter().filter(|there| **there != module).map(|there| (*there, "")));
        assert_eq!(upwards(&house(&files)).len(), 1, "{module}: {takes}");
    }
}
