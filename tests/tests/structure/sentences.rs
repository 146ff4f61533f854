//! What an owner reads stands in the catalogue: no sentence is in the code of the screens.

use proc_macro2::{Literal, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ItemFn, ItemMod, LitStr, Macro};

use super::file::{Module, is_of_tests};
use super::house::sources;

/// What somebody reads who compiles the program, or calls it in a wrong way.
const NO_OWNER: [&str; 2] = ["the catalogue lacks", "coldspare: lose a Nitrokey, lose nothing\n\n"];

/// The sentences in one file: texts of two words or more.
#[derive(Default)]
struct Sentences(Vec<String>);

impl Sentences {
    fn of(source: &str) -> Vec<String> {
        let mut sentences = Sentences::default();
        sentences.visit_file(&syn::parse_file(source).unwrap());
        sentences.0
    }

    fn found(&mut self, text: String) {
        let words: Vec<_> = text.split(|c: char| !c.is_alphabetic() && c != ' ').collect();
        let is_word = |word: &&str| word.chars().count() > 1;
        let is_sentence = words.iter().any(|run| run.split(' ').filter(is_word).count() > 1);
        // A user id is none.
        let is_sentence = is_sentence && !text.contains('@');
        if is_sentence && !NO_OWNER.iter().any(|begin| text.starts_with(begin)) {
            self.0.push(text);
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => self.literal(&literal),
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }

    fn literal(&mut self, literal: &Literal) {
        if let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) {
            self.found(text.value());
        }
    }
}

impl Visit<'_> for Sentences {
    fn visit_lit_str(&mut self, text: &LitStr) {
        self.found(text.value());
    }

    fn visit_macro(&mut self, call: &Macro) {
        // What is asserted is for who changes the program.
        if !call.path.segments.last().is_some_and(|name| name.ident.to_string().contains("assert")) {
            self.tokens(call.tokens.clone());
        }
    }

    /// Neither a comment nor an error's technical line.
    fn visit_attribute(&mut self, _: &Attribute) {}

    fn visit_item_mod(&mut self, module: &ItemMod) {
        if !is_of_tests(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &ItemFn) {
        if !is_of_tests(&function.attrs) {
            visit::visit_item_fn(self, function);
        }
    }
}

/// Whether its texts are read by an owner.
fn is_of_the_screens((module, _): &(Module, String)) -> bool {
    let of_tests = module.iter().any(|part| part == "tests");
    matches!(module.first().map(String::as_str), Some("tui" | "main")) && !of_tests
}

#[test]
fn no_sentence_that_an_owner_reads_stands_in_the_code() {
    let of_the_screens: Vec<_> = sources().into_iter().filter(is_of_the_screens).collect();
    assert!(of_the_screens.len() > 80, "the screens are not where they are looked for");
    let found = of_the_screens.iter().flat_map(|(module, source)| {
        Sentences::of(source).into_iter().map(move |sentence| format!("{}: {sentence:?}", module.join("/")))
    });
    let found: Vec<_> = found.collect();
    assert!(found.is_empty(), "these belong into the catalogue:\n{}", found.join("\n"));
}

#[test]
fn a_sentence_would_be_noticed_wherever_it_stands() {
    for source in [
        "fn f() -> &'static str { \"No Nitrokey is plugged in\" }",
        "fn f(n: u8) -> String { format!(\"{n} tries left\") }",
        "const A: [&str; 1] = [\"cannot be read\"];",
        "fn f() { println!(\"{}\", g(\"one two\")) }",
    ] {
        assert_eq!(Sentences::of(source).len(), 1, "{source}");
    }
    for source in [
        "/// A whole sentence.\nfn f() {}",
        "#[error(\"a whole sentence\")] struct S;",
        "#[cfg(test)] mod tests { fn f() { g(\"a whole sentence\") } }",
        "fn f() { debug_assert!(true, \"a whole sentence\") }",
        "fn f() -> &'static str { \"0123 4567\" }",
        "const STEP: StepId = step!(\"lost-left\");",
    ] {
        assert_eq!(Sentences::of(source), [""; 0], "{source}");
    }
}
