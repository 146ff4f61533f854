//! Where a step leads to another one by its name, that one is in the table: of each flow that has such a step. A name is
//! a constant (`const CARD: StepId`), and a step leads there if its file has the constant anywhere else than where a step is
//! given its own name. Whatever a flow takes from, that leads nowhere else than into the flow's own table. And to each step
//! beside the way (`aside`) somebody leads.

use std::collections::{BTreeMap, BTreeSet};

use coldspare::tui;
use coldspare_tests::VirtualBus;
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{
    Expr, ExprCall, ExprField, ExprLit, ExprMacro, FieldValue, Ident, ImplItemConst, ImplItemFn, ItemConst,
    ItemMod, ItemStatic, ItemUse, Lit, Macro, Member, Type, UseRename,
};

use super::file::{Module, is_of_tests};
use super::house::{House, Takes, reached, sources};

/// Title, text and help of a step, which are its name.
type Name = [String; 3];

/// What one file says of steps.
#[derive(Default)]
struct Steps {
    /// The names that it gives.
    named: BTreeMap<String, Name>,
    /// The words in it that stand where a step may lead.
    targets: BTreeSet<String>,
    /// What is made up there, without a name.
    made: Vec<String>,
    /// What stands here is given its own name.
    is_given: bool,
}

fn is_step(of: &Type) -> bool {
    matches!(of, Type::Path(of) if of.path.segments.last().is_some_and(|last| last.ident == "StepId"))
}

impl Steps {
    fn of(source: &str) -> Self {
        let mut steps = Steps::default();
        steps.visit_file(&syn::parse_file(source).unwrap());
        steps
    }

    fn constant(&mut self, name: &Ident, of: &Type, value: &Expr) {
        if !is_step(of) {
            return;
        }
        let key = |part: &Expr| match part {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            Expr::Macro(key) => key.mac.parse_body::<syn::LitStr>().ok().map(|text| text.value()),
            _ => None,
        };
        let keys: Vec<_> = match value {
            Expr::Call(call) => call.args.iter().map_while(key).collect(),
            Expr::Macro(_) => key(value).into_iter().collect(),
            _ => Vec::new(),
        };
        let keys = match &keys[..] {
            [title] => [title.clone(), format!("{title}-text"), format!("{title}-help")],
            [title, text, help] => [title.clone(), text.clone(), help.clone()],
            _ => panic!("a step's name that this test does not read: {name}"),
        };
        self.named.insert(name.to_string(), keys);
    }

    /// What is in there is given its own name, or is not.
    fn within(&mut self, is_given: bool, visits: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.is_given, is_given);
        visits(self);
        self.is_given = before;
    }

    /// What it is called with. Whoever makes a step gives it its name, and nobody else is given one.
    fn argument(&mut self, argument: &Expr, makes_a_step: bool) {
        let is_name = match argument {
            Expr::Path(_) | Expr::Macro(_) => true,
            Expr::Call(call) => makes_a_name(call),
            _ => false,
        };
        self.within(makes_a_step && is_name, |steps| steps.visit_expr(argument));
    }

    fn word(&mut self, word: &Ident) {
        if !self.is_given {
            self.targets.insert(word.to_string());
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(word) => self.word(&word),
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

/// Whether a name is made here: `StepId::new(…)`, `StepId::of(…)`.
fn makes_a_name(call: &ExprCall) -> bool {
    let Expr::Path(of) = &*call.func else { return false };
    of.path.segments.iter().rev().nth(1).is_some_and(|of| of.ident == "StepId")
}

/// The last word of what is called.
fn called(call: &ExprCall) -> Option<String> {
    let Expr::Path(of) = &*call.func else { return None };
    Some(of.path.segments.last()?.ident.to_string())
}

impl<'ast> Visit<'ast> for Steps {
    fn visit_item_const(&mut self, constant: &'ast ItemConst) {
        self.constant(&constant.ident, &constant.ty, &constant.expr);
        self.within(is_step(&constant.ty), |steps| visit::visit_item_const(steps, constant));
    }

    fn visit_item_static(&mut self, constant: &'ast ItemStatic) {
        self.constant(&constant.ident, &constant.ty, &constant.expr);
        self.within(is_step(&constant.ty), |steps| visit::visit_item_static(steps, constant));
    }

    fn visit_impl_item_const(&mut self, constant: &'ast ImplItemConst) {
        self.constant(&constant.ident, &constant.ty, &constant.expr);
        self.within(is_step(&constant.ty), |steps| visit::visit_impl_item_const(steps, constant));
    }

    fn visit_ident(&mut self, word: &'ast Ident) {
        self.word(word);
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if !is_of_tests(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.within(true, |steps| visit::visit_item_use(steps, item));
    }

    /// What it is called here says nothing.
    fn visit_use_rename(&mut self, renamed: &'ast UseRename) {
        self.targets.insert(renamed.ident.to_string());
    }

    /// What a step is called, and whose help is shown.
    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        let is_given = function.sig.ident == "id" || function.sig.ident == "help";
        self.within(is_given, |steps| visit::visit_impl_item_fn(steps, function));
    }

    fn visit_field_value(&mut self, field: &'ast FieldValue) {
        let is_id = matches!(&field.member, Member::Named(name) if name == "id");
        self.within(self.is_given || is_id, |steps| visit::visit_field_value(steps, field));
    }

    /// `CARD.title`.
    fn visit_expr_field(&mut self, field: &'ast ExprField) {
        let is_text = matches!(&field.member, Member::Named(name) if name == "title" || name == "text" || name == "help");
        self.within(self.is_given || is_text, |steps| visit::visit_expr_field(steps, field));
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if makes_a_name(call) {
            if !self.is_given {
                self.made.push("StepId".into());
            }
            return;
        }
        let makes_a_step = called(call).is_some_and(|called| !NO_STEP.contains(&called.as_str()));
        self.within(false, |steps| steps.visit_expr(&call.func));
        call.args.iter().for_each(|argument| self.argument(argument, makes_a_step));
    }

    fn visit_expr_macro(&mut self, expr: &'ast ExprMacro) {
        if expr.mac.path.is_ident("step") && !self.is_given {
            self.made.push("step!".into());
        }
        visit::visit_expr_macro(self, expr);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        self.tokens(called.tokens.clone());
    }
}

/// What is called with the name of another step, and makes none.
const NO_STEP: [&str; 3] = ["To", "Some", "Ok"];

/// The names of the steps to which those of a file lead.
fn leads_to<'a>(file: &Module, steps: &'a BTreeMap<Module, Steps>, takes: &Takes<'_>) -> BTreeSet<&'a Name> {
    let (of, mut names) = (&steps[file], BTreeSet::new());
    for word in &of.targets {
        match of.named.get(word) {
            Some(own) => names.extend([own]),
            None => names.extend(takes[file].keys().filter_map(|from| steps[*from].named.get(word))),
        }
    }
    names
}

/// The module of each flow, by its line at home.
fn flows(home: &str) -> BTreeMap<String, String> {
    let entries = home.split("(noted!(\"").skip(1).filter_map(|entry| {
        let (line, rest) = entry.split_once('"')?;
        let (before, _) = rest.split_once("::begin(context)")?;
        let module = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next()?;
        Some((line.to_owned(), module.to_owned()))
    });
    entries.collect()
}

/// Where the files of a flow lead, and those that it takes from: each with the name of a step.
fn leads<'a>(
    own: &[String],
    steps: &'a BTreeMap<Module, Steps>,
    takes: &Takes<'a>,
) -> BTreeSet<(&'a Module, &'a Name)> {
    let own_files = takes.keys().filter(|module| module.starts_with(own));
    let files: BTreeSet<_> =
        own_files.flat_map(|file| reached(file, takes).into_iter().chain([*file])).collect();
    let leads = |file| leads_to(file, steps, takes).into_iter().map(move |name| (file, name));
    files.into_iter().flat_map(leads).collect()
}

/// What is wrong with a table: what leads into none of its lines, and what stands beside the way and is led to by nobody.
fn wrong(table: &BTreeMap<Name, bool>, leads: &BTreeSet<(&Module, &Name)>) -> Vec<String> {
    let missing = leads.iter().filter(|(_, name)| !table.contains_key(*name));
    let missing = missing.map(|(file, name)| format!("{} leads to {}", file.join("/"), name[0]));
    let is_led_to = |name: &Name| leads.iter().any(|(_, to)| *to == name);
    let asides = table.iter().filter(|(name, is_aside)| **is_aside && !is_led_to(name));
    missing.chain(asides.map(|(name, _)| format!("nobody leads to {}", name[0]))).collect()
}

#[test]
fn each_step_that_is_named_is_in_the_table_of_each_flow_that_may_lead_there() {
    let sources = sources();
    let steps: BTreeMap<_, _> =
        sources.iter().map(|(module, source)| (module.clone(), Steps::of(source))).collect();
    let (house, folder) = (House::of_the_program(), tempfile::tempdir().unwrap());
    let takes = house.takes();
    let home = sources.iter().find(|(module, _)| *module == ["tui", "home"]).unwrap();
    let modules = flows(&home.1);
    let (mut context, _wakes) = tui::open(coldspare_tests::machine(VirtualBus::default(), folder.path()));
    let (mut tables, mut asides, mut seen) = (0, 0, BTreeSet::new());
    for (line, listed) in tui::steps(&mut context) {
        let own = ["tui", "flows", &modules[line.name()]].map(str::to_owned);
        // The first of that name is the one that is led to.
        let mut table: BTreeMap<Name, bool> = BTreeMap::new();
        for (step, is_aside) in &listed {
            table.entry(step.map(|key| key.name().to_owned())).or_insert(*is_aside);
        }
        let wrong = wrong(&table, &leads(&own, &steps, &takes));
        assert!(wrong.is_empty(), "the table of {}:\n{}", own.join("/"), wrong.join("\n"));
        (tables, asides) = (tables + 1, asides + listed.iter().filter(|(_, is_aside)| *is_aside).count());
        seen.insert(modules[line.name()].clone());
    }
    assert_eq!(seen, modules.values().cloned().collect(), "these were not looked at");
    let leads = takes.keys().map(|file| leads_to(file, &steps, &takes).len()).sum::<usize>();
    assert!(
        tables > 10 && asides > 5 && leads > 30,
        "it is not seen who leads where: {tables}, {asides}, {leads}"
    );
    let made = steps.iter().filter(|(_, steps)| !steps.made.is_empty());
    let made: Vec<_> =
        made.map(|(module, steps)| format!("{}: {:?}", module.join("/"), steps.made)).collect();
    assert!(made.is_empty(), "led to without a name: {made:?}");
}

#[test]
fn whatever_way_a_step_leads_somewhere_is_seen() {
    let named = "pub(super) const A: StepId = StepId::new(\"a\");";
    for leads in [
        "use super::by::A; fn f() -> StepOutcome { StepOutcome::To(A) }",
        "use super::by; fn f() -> Then { Then::To(if x { by::A } else { y }) }",
        "use super::by::A; fn f() -> [(&str, StepId); 1] { [(\"a\", A)] }",
        "const A: StepId = StepId::new(\"a\"); fn f() -> X { Read { next: StepOutcome::To(A) } }",
        "const A: flow::StepId = step!(\"a\"); fn f() { g(|x| match x { 0 => To(A), _ => Home }) }",
        "fn f() -> StepId { const A: StepId = StepId::new(\"a\"); A }",
        "static A: StepId = StepId::new(\"a\"); fn f() { let a = A; To(a) }",
        "const A: StepId = StepId::new(\"a\"); const ALL: [(StepId, u8); 1] = [(A, 1)]; fn f() { To(ALL[0].0) }",
        "const A: StepId = StepId::new(\"a\"); impl X { fn next(&self) -> StepId { A } }",
        "const A: StepId = StepId::new(\"a\"); fn f() { ChangeIt::new(B).then(A) }",
        "const A: StepId = StepId::new(\"a\"); fn f() -> Vec<StepOutcome> { vec![To(A)] }",
        "use super::by; fn f() -> Vec<StepOutcome> { vec![To(by::A)] }",
        "use super::by::A as B; fn f() -> StepOutcome { StepOutcome::To(B) }",
        "use super::by::*; fn f() -> StepOutcome { StepOutcome::To(A) }",
        "const A: StepId = StepId::of(key!(\"a\"), key!(\"a-text\"), key!(\"a-help\")); fn f() -> StepId { A }",
    ] {
        let files =
            [("tui/flows/x", "mod by; mod set;"), ("tui/flows/x/by", named), ("tui/flows/x/set", leads)];
        let steps: BTreeMap<Module, Steps> = files
            .iter()
            .map(|(module, source)| (module.split('/').map(str::to_owned).collect(), Steps::of(source)))
            .collect();
        let house = super::house(&files);
        let own = ["tui", "flows", "x"].map(str::to_owned);
        let takes = house.takes();
        let leads = super::steps::leads(&own, &steps, &takes);
        let in_table = |table: &[(&str, bool)]| {
            let named = |a: &str| ["", "-text", "-help"].map(|end| format!("{a}{end}"));
            wrong(&table.iter().map(|(a, is_aside)| (named(a), *is_aside)).collect(), &leads)
        };
        assert_eq!(in_table(&[("b", false)]), ["tui/flows/x/set leads to a"], "{leads:?}");
        assert_eq!(in_table(&[("b", false), ("a", true)]), [""; 0], "{leads:?}");
        assert_eq!(in_table(&[("b", true), ("a", true)]), ["nobody leads to b"], "{leads:?}");
    }
    for none in [
        named,
        "use super::by::other; fn f() { To(b) }",
        "const A: u8 = 1; fn f() { To(A) }",
        "const A: StepId = StepId::new(\"a\"); impl Step<S> for X { fn id(&self) -> StepId { A } }",
        "const A: StepId = StepId::new(\"a\"); fn f() -> Choose<S> { g(); Choose::new(A, 1) }",
        "const A: StepId = StepId::new(\"a\"); fn f() -> Read<S> { Read { id: A, next: Next } }",
        "const A: StepId = StepId::new(\"a\"); fn f() { context.say(A.title) }",
    ] {
        let steps = Steps::of(none);
        assert!(steps.named.keys().all(|name| !steps.targets.contains(name)), "{none}");
    }
    // One that is beside the way, and has its name from elsewhere, is not led to by itself.
    let own = Steps::of("use super::by::A; fn f() -> Read<S> { Read { id: A, next: To(B) } }");
    assert!(!own.targets.contains("A") && own.targets.contains("B"));
    for made in [
        "fn f() { StepOutcome::To( step!(\"a\") ) }",
        "fn f() { Then::To(StepId::new(\"a\")) }",
        "fn f() { let a = step!(\"a\"); To(a) }",
        "fn f() { ChangeIt::new(step!(\"b\")).then(step!(\"a\")) }",
        "fn f() -> StepId { StepId::of(key!(\"a\"), key!(\"b\"), key!(\"c\")) }",
    ] {
        assert_eq!(Steps::of(made).made.len(), 1, "{made}");
    }
    for given in [
        "fn f() { StepOutcome::To(CARD) }",
        "fn f() { Choose::new(step!(\"a\"), 1) }",
        "fn f() { table.step_if(g, Bundle::new(step!(\"a\"))) }",
        "fn f() { Read { id: step!(\"a\"), next } }",
        "impl Step<S> for X { fn id(&self) -> StepId { step!(\"a\") } }",
        "const A: StepId = step!(\"a\");",
    ] {
        assert!(Steps::of(given).made.is_empty(), "{given}");
    }
    let home = "(noted!(\"a\"), X, |context| Open(b_c::begin(context))), (noted!(\"off\"), Always, |_| Off)";
    assert_eq!(flows(home), BTreeMap::from([("a".to_owned(), "b_c".to_owned())]));
}
