//! A file word by word, without comments, attributes, and what is for tests.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The words and signs of a file as they follow each other. What stands in brackets stands between them.
pub(super) fn tokens(source: &str) -> Vec<String> {
    let mut all = Vec::new();
    flatten(source.parse().unwrap(), &mut all);
    all
}

fn flatten(stream: TokenStream, all: &mut Vec<String>) {
    let mut tokens = stream.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                tokens.next_if(|next| next.to_string() == "!");
                let attribute = tokens.next_if(|next| matches!(next, TokenTree::Group(_)));
                let attribute: String = attribute.map_or(String::new(), |group| group.to_string());
                let tight: String = attribute.split_whitespace().collect();
                if ["[test]", "[cfg(test)]"].contains(&tight.as_str()) {
                    // The item ends with its block, or with a semicolon.
                    let is_end = |token: &TokenTree| match token {
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        other => other.to_string() == ";",
                    };
                    while tokens.next().is_some_and(|token| !is_end(&token)) {}
                }
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                all.push(open.to_owned());
                flatten(group.stream(), all);
                all.push(close.to_owned());
            }
            other => all.push(other.to_string()),
        }
    }
}

/// Where these stand, one after the other, with one space between them in `wanted`.
pub(super) fn places(all: &[String], wanted: &str) -> Vec<usize> {
    let wanted: Vec<_> = wanted.split(' ').collect();
    let stands = |(at, window): (usize, &[String])| window.iter().eq(&wanted).then_some(at);
    all.windows(wanted.len()).enumerate().filter_map(stands).collect()
}

/// What stands behind an open bracket, up to the one that closes it.
pub(super) fn inside(all: &[String], behind: usize) -> &[String] {
    let mut depth = 1;
    let ends = |token: &String| {
        match token.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        depth == 0
    };
    let length = all[behind..].iter().position(ends).unwrap_or(all.len() - behind);
    &all[behind..behind + length]
}

#[test]
fn what_is_for_tests_and_what_explains_is_left_out() {
    let source = "#![allow(a)] /// A text.\n#[must_use] fn f() { g(\"a\", [1]) } #[cfg(test)] mod tests { b }\
                  #[test] fn t() -> u8 { 1 } #[cfg(test)] use c; #[cfg(not(test))] struct D;";
    let all = tokens(source);
    assert_eq!(all.join(" "), "fn f ( ) { g ( \"a\" , [ 1 ] ) } struct D ;");
    assert_eq!(places(&all, "g ("), [5]);
    assert_eq!(inside(&all, 7).join(" "), "\"a\" , [ 1 ]");
}
