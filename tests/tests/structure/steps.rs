//! Where a step leads to another one by its name, that one is in the table: of each flow that has such a step. A name is
//! a constant (`const CARD: StepId`), and a step leads there if its file has the constant from another file, or has it
//! within `To(…)`. Whatever a flow takes from, that leads nowhere else than into the flow's own table.

use std::collections::{BTreeMap, BTreeSet};

use coldspare::tui;
use coldspare_tests::VirtualBus;
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ExprLit, Ident, ImplItemConst, ItemConst, ItemFn, Lit, ReturnType, Type};

use super::file::Module;
use super::house::{House, Takes, reached, sources};

/// Title, text and help of a step, which are its name.
type Name = [String; 3];

/// What one file says of steps.
#[derive(Default)]
struct Steps {
    /// The names that it gives.
    named: BTreeMap<String, Name>,
    /// All words in it, and those that stand where a step leads.
    words: BTreeSet<String>,
    targets: BTreeSet<String>,
    leads: bool,
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

    /// What is in there stands where a step leads.
    fn leading(&mut self, visits: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.leads, true);
        visits(self);
        self.leads = before;
    }
}

impl<'ast> Visit<'ast> for Steps {
    fn visit_item_const(&mut self, constant: &'ast ItemConst) {
        self.constant(&constant.ident, &constant.ty, &constant.expr);
        visit::visit_item_const(self, constant);
    }

    fn visit_impl_item_const(&mut self, constant: &'ast ImplItemConst) {
        self.constant(&constant.ident, &constant.ty, &constant.expr);
        visit::visit_impl_item_const(self, constant);
    }

    fn visit_ident(&mut self, word: &'ast Ident) {
        self.words.insert(word.to_string());
        if self.leads {
            self.targets.insert(word.to_string());
        }
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        let is_to = matches!(&*call.func, Expr::Path(of) if of.path.segments.last().is_some_and(|last| last.ident == "To"));
        match is_to {
            true => self.leading(|steps| visit::visit_expr_call(steps, call)),
            false => visit::visit_expr_call(self, call),
        }
    }

    /// A function that says where to.
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        match &function.sig.output {
            ReturnType::Type(_, of) if is_step(of) => {
                self.leading(|steps| visit::visit_item_fn(steps, function))
            }
            _ => visit::visit_item_fn(self, function),
        }
    }
}

/// The names of the steps to which those of a file lead.
fn leads_to<'a>(file: &Module, steps: &'a BTreeMap<Module, Steps>, takes: &Takes<'_>) -> BTreeSet<&'a Name> {
    let (of, mut names) = (&steps[file], BTreeSet::new());
    for word in &of.words {
        match of.named.get(word) {
            Some(own) => names.extend(Some(own).filter(|_| of.targets.contains(word))),
            None => names.extend(takes[file].keys().filter_map(|from| steps[*from].named.get(word))),
        }
    }
    names
}

/// Whether a name is made where a step leads, and none is given.
fn is_made_on_the_way(source: &str) -> bool {
    let tight: String = source.split_whitespace().collect();
    ["To(step!", "To(StepId::"].iter().any(|made| tight.contains(made))
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

/// What leads into no line of a table: the files that a flow takes from, and where they lead.
fn nowhere(
    own: &[String],
    table: &BTreeSet<Name>,
    steps: &BTreeMap<Module, Steps>,
    takes: &Takes<'_>,
) -> Vec<String> {
    let own_files = takes.keys().filter(|module| module.starts_with(own));
    let files: BTreeSet<_> =
        own_files.flat_map(|file| reached(file, takes).into_iter().chain([*file])).collect();
    let leads = files
        .into_iter()
        .flat_map(|file| leads_to(file, steps, takes).into_iter().map(move |name| (file, name)));
    let missing = leads.filter(|(_, name)| !table.contains(*name));
    missing.map(|(file, name)| format!("{} leads to {}", file.join("/"), name[0])).collect()
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
    let mut tables = 0;
    for (line, table) in tui::steps(&mut context) {
        let own = ["tui", "flows", &modules[line.name()]].map(str::to_owned);
        let table: BTreeSet<Name> =
            table.into_iter().map(|step| step.map(|key| key.name().to_owned())).collect();
        let nowhere = nowhere(&own, &table, &steps, &takes);
        assert!(nowhere.is_empty(), "in no line of the table of {}:\n{}", own.join("/"), nowhere.join("\n"));
        tables += usize::from(!table.is_empty());
    }
    let leads = takes.keys().map(|file| leads_to(file, &steps, &takes).len()).sum::<usize>();
    assert!(tables >= modules.len() - 1 && leads > 30, "it is not seen who leads where: {tables}, {leads}");
    let made = sources.iter().filter(|(_, source)| is_made_on_the_way(source));
    let made: Vec<_> = made.map(|(module, _)| module.join("/")).collect();
    assert!(made.is_empty(), "without a name: {made:?}");
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
        let in_table = |table: &[&str]| {
            let table = table.iter().map(|a| ["", "-text", "-help"].map(|end| format!("{a}{end}"))).collect();
            nowhere(&own, &table, &steps, &house.takes())
        };
        assert_eq!(in_table(&["b"]), ["tui/flows/x/set leads to a"], "{leads}");
        assert_eq!(in_table(&["b", "a"]), [""; 0], "{leads}");
    }
    for none in [named, "use super::by::other; fn f() { To(b) }", "const A: u8 = 1; fn f() { To(A) }"] {
        assert!(leads_to_none(none), "{none}");
    }
    for made in ["StepOutcome::To( step!(\"a\") )", "Then::To(StepId::new(\"a\"))"] {
        assert!(is_made_on_the_way(made), "{made}");
    }
    assert!(!is_made_on_the_way("StepOutcome::To(CARD)"));
    let home = "(noted!(\"a\"), X, |context| Open(b_c::begin(context))), (noted!(\"off\"), Always, |_| Off)";
    assert_eq!(flows(home), BTreeMap::from([("a".to_owned(), "b_c".to_owned())]));
}

fn leads_to_none(source: &str) -> bool {
    let steps = Steps::of(source);
    steps.named.keys().all(|name| !steps.targets.contains(name))
}
