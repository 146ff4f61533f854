use ratatui::crossterm::event::KeyModifiers;

use super::*;
use crate::machine::stick::discover::Sticks;
use crate::tui::kit::view::Part;

const ALL: [Holds; 4] = [Holds::Bundle, Holds::Cards, Holds::Export, Holds::Import];

/// Sticks of these names, plugged in.
fn context(names: &[&str]) -> (Context, tempfile::TempDir) {
    let (mut context, folder) = (Context::nowhere(), tempfile::tempdir().unwrap());
    names.iter().for_each(|name| std::fs::create_dir(folder.path().join(name)).unwrap());
    context.plugged = Sticks::at(folder.path()).list();
    (context, folder)
}

#[test]
fn one_more_copy_goes_onto_another_stick() {
    let (mut context, _folder) = context(&["A", "B"]);
    let pick = Pick::to_write(Holds::Bundle);
    assert_eq!(pick.at(&context), 0);
    let first = context.plugged[0].clone();
    context.now_holds(&first, Holds::Bundle);
    assert_eq!(pick.at(&context), 1);
    // Where there is no other, it may be the same.
    context.plugged.truncate(1);
    assert_eq!(pick.at(&context), 0);
}

#[test]
fn what_takes_the_place_of_an_old_one_comes_first_to_the_sticks_that_have_one() {
    let (mut context, _folder) = context(&["A", "B", "C"]);
    let [_, second, third] = &context.plugged.clone()[..] else { panic!("other sticks") };
    let mut pick = Pick::to_renew(Holds::Bundle);
    // From paper alone: none is known to have one.
    assert_eq!(pick.at(&context), 0);
    // The one that was opened, and one that was looked into.
    context.now_holds(second, Holds::Bundle);
    context.now_holds(third, Holds::Bundle);
    assert_eq!(pick.at(&context), 1);
    pick.has_renewed([second].into_iter());
    assert_eq!(pick.at(&context), 2);
    pick.has_renewed([second, third].into_iter());
    assert_eq!(pick.at(&context), 0);
    // What is sealed after that is on none of them.
    pick.has_renewed([].into_iter());
    assert_eq!(pick.at(&context), 1);
}

/// Presses a key, and waits until the stick was looked into.
fn press(pick: &mut Pick, context: &mut Context, code: KeyCode) -> Option<String> {
    let mut taken = pick.key(KeyEvent::new(code, KeyModifiers::NONE), context);
    while pick.is_busy() {
        pick.poll(context);
        std::thread::yield_now();
    }
    taken = taken.or_else(|| pick.chosen());
    taken.map(|stick| stick.name().to_owned())
}

#[test]
fn by_enter_alone_nothing_comes_beside_what_it_must_be_kept_apart_from() {
    use Holds::{Bundle, Cards, Export, Import};
    for (writes, apart) in [
        (Bundle, &[Cards, Export, Import][..]),
        (Cards, &[Bundle, Export, Import]),
        (Export, &[Bundle, Cards]),
    ] {
        for holds in ALL {
            let (mut context, folder) = context(&["A"]);
            let first = context.plugged[0].clone();
            context.now_holds(&first, holds);
            let mut pick = Pick::to_write(writes);
            let taken = press(&mut pick, &mut context, KeyCode::Enter);
            let kept_apart = apart.contains(&holds);
            assert_eq!(taken.is_none(), kept_apart, "{writes:?} beside {holds:?}");
            // Another one is taken by Enter, and this one still if the owner wants it.
            std::fs::create_dir(folder.path().join("B")).unwrap();
            context.plugged = Sticks::at(folder.path()).list();
            // One more copy of the same goes there as well.
            let preset = if kept_apart || holds == writes { "B" } else { "A" };
            assert_eq!(
                press(&mut Pick::to_write(writes), &mut context, KeyCode::Enter).as_deref(),
                Some(preset)
            );
            press(&mut pick, &mut context, KeyCode::Home);
            assert_eq!(press(&mut pick, &mut context, KeyCode::Enter).as_deref(), Some("A"));
        }
    }
}

#[test]
fn what_another_sitting_left_on_a_stick_is_found_before_anything_is_written() {
    let armored = "-----BEGIN PGP PRIVATE KEY BLOCK-----\n";
    let files: [(&str, &str, Option<Holds>); 7] = [
        ("coldspare-0011AABB/GUIDE.txt", "", Some(Holds::Bundle)),
        ("coldspare-0011AABB-secret-key/secret-key.asc", armored, Some(Holds::Export)),
        ("share-cards-0011AABB/share-card-1.pdf", "", Some(Holds::Cards)),
        ("ada.asc", armored, Some(Holds::Import)),
        ("ada.gpg", "\u{95}", None),
        ("public.asc", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n", None),
        ("holidays/beach.jpg", "", None),
    ];
    for (file, content, holds) in files {
        let (mut context, folder) = context(&["A"]);
        let path = folder.path().join("A").join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        assert_eq!(inspect(&context.plugged[0]), Vec::from_iter(holds), "{file}");
        for writes in [Holds::Bundle, Holds::Cards, Holds::Export] {
            let mut pick = Pick::to_write(writes);
            let kept_apart = holds.is_some_and(|holds| writes.keeps_from(holds));
            for _ in 0..3 {
                let taken = press(&mut pick, &mut context, KeyCode::Enter);
                assert_eq!(taken.is_none(), kept_apart, "{writes:?} beside {file}");
            }
        }
    }
    // Nobody waits while ten thousand files are read: one of so many may well be a secret key.
    let (context_of_many, folder) = context(&["A"]);
    for n in 0..=50 {
        std::fs::write(folder.path().join(format!("A/{n}.asc")), "public").unwrap();
    }
    assert_eq!(inspect(&context_of_many.plugged[0]), [Holds::Import]);
    std::fs::remove_file(folder.path().join("A/7.asc")).unwrap();
    assert_eq!(inspect(&context_of_many.plugged[0]), []);
    for secret in [&[0x95, 0x01][..], &[0; 1_100_000]] {
        // A whole keyring is more than is ever imported.
        let (context, folder) = context(&["A"]);
        std::fs::write(folder.path().join("A/ada.pgp"), secret).unwrap();
        assert_eq!(inspect(&context.plugged[0]), [Holds::Import], "{} bytes", secret.len());
    }
}

#[test]
fn what_is_to_last_is_not_offered_the_stick_that_coldspare_was_started_from() {
    let (mut context, _folder) = context(&["COLDSPARE"]);
    context.plugged[0] = context.plugged[0].clone().that_starts();
    for writes in ALL {
        let mut pick = Pick::to_write(writes);
        let view = pick.view(&context, View::default());
        assert!(!view.parts.iter().any(|part| matches!(part, Part::List { .. })));
        let said = context.say(key!("stick-started-not"));
        assert!(view.parts.iter().any(|part| matches!(part, Part::Text(text) if *text == said)));
        for code in [KeyCode::Enter, KeyCode::Down, KeyCode::Char('1'), KeyCode::Enter] {
            assert_eq!(press(&mut pick, &mut context, code), None);
        }
    }
    // A plan may lie on it, and it is named.
    let mut pick = Pick::default();
    let view = pick.view(&context, View::default());
    let said = context.say(key!("stick-started"));
    let named =
        |part: &Part| matches!(part, Part::List { items, .. } if items.iter().any(|i| i.note == said));
    assert!(view.parts.iter().any(named));
    assert_eq!(press(&mut pick, &mut context, KeyCode::Enter).as_deref(), Some("COLDSPARE"));
}

#[test]
fn a_stick_that_comes_does_not_take_the_place_of_the_one_that_was_chosen() {
    let (mut context, folder) = context(&["B", "C"]);
    let mut pick = Pick::to_write(Holds::Bundle);
    press(&mut pick, &mut context, KeyCode::Down);
    std::fs::create_dir(folder.path().join("A")).unwrap();
    context.plugged = Sticks::at(folder.path()).list();
    assert_eq!(press(&mut pick, &mut context, KeyCode::Enter).as_deref(), Some("C"));
}
