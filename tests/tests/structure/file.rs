//! What one file says.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, ItemImpl, ItemMod, ItemUse, Type, UseTree, Visibility};

/// A module below the crate, `["tui", "kit", "flow"]`; or something in one.
pub(super) type Module = Vec<String>;

/// What a file gives to a type, and whether others may use it.
pub(super) type Given = (String, bool);

pub(super) fn is_of_tests(attributes: &[Attribute]) -> bool {
    let is_test = |attribute: &Attribute| {
        attribute.path().is_ident("test")
            || attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Ident>().is_ok_and(|condition| condition == "test")
    };
    attributes.iter().any(is_test)
}

/// What one file says.
#[derive(Default)]
pub(super) struct File {
    /// Where it stands, and in which module in it (`mod system { … }`).
    pub(super) module: Module,
    pub(super) at: Module,
    /// What names stand for that it has from elsewhere, in each module in it.
    pub(super) names: BTreeMap<Module, BTreeMap<String, Module>>,
    /// All paths that it has, with the module in which they stand; and those that it hands on.
    pub(super) paths: Vec<(Module, Module)>,
    pub(super) handed_on: Vec<(Module, Module)>,
    /// The types that it gives functions and constants to, with those, and whether others may use them.
    pub(super) given: Vec<(Module, Module, Vec<Given>)>,
    /// The functions that it calls of whatever it has at hand, and those that it has itself.
    pub(super) called: BTreeSet<String>,
    pub(super) own: BTreeSet<String>,
    /// Files of it that are for tests.
    pub(super) of_tests: Vec<Module>,
}

impl File {
    /// Reads the file in which this module is.
    pub(super) fn read(module: &[String], source: &str) -> Self {
        // What the library says that it has stands beside it.
        let at = if module == ["lib"] { Module::new() } else { module.to_vec() };
        let mut file = File { at, module: module.to_vec(), ..File::default() };
        file.visit_file(&syn::parse_file(source).unwrap());
        file
    }

    fn take(&mut self, tree: &UseTree, before: &[String], public: bool) {
        let with = |ident: &syn::Ident| [before, &[ident.to_string()]].concat();
        let (path, name) = match tree {
            UseTree::Path(path) => return self.take(&path.tree, &with(&path.ident), public),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.take(tree, before, public));
            }
            UseTree::Name(name) if name.ident == "self" => (before.to_vec(), before.last().cloned()),
            UseTree::Name(name) => (with(&name.ident), Some(name.ident.to_string())),
            UseTree::Rename(rename) => (with(&rename.ident), Some(rename.rename.to_string())),
            // All of it: no name is known.
            UseTree::Glob(_) => ([before, &["*".to_owned()]].concat(), None),
        };
        let is_named = name.is_some();
        if let Some(name) = name.filter(|name| name != "_") {
            self.names.entry(self.at.clone()).or_default().insert(name, path.clone());
        }
        match public && is_named {
            true => self.handed_on.push((self.at.clone(), path)),
            false => self.paths.push((self.at.clone(), path)),
        }
    }

    /// Every path in there, as far as a macro's words can be told to be some.
    fn tokens(&mut self, tokens: &TokenStream) {
        let mut path = Module::new();
        let (mut colons, mut is_field) = (0, false);
        for token in tokens.clone() {
            match token {
                TokenTree::Ident(ident) if colons == 2 => path.push(ident.to_string()),
                TokenTree::Ident(ident) => {
                    self.found(std::mem::take(&mut path));
                    match is_field {
                        true => drop(self.called.insert(ident.to_string())),
                        false => path.push(ident.to_string()),
                    }
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                other => {
                    is_field = matches!(&other, TokenTree::Punct(punct) if punct.as_char() == '.');
                    colons = 0;
                    self.found(std::mem::take(&mut path));
                    if let TokenTree::Group(group) = other {
                        self.tokens(&group.stream());
                    }
                    continue;
                }
            }
            (colons, is_field) = (0, false);
        }
        self.found(path);
    }

    fn found(&mut self, path: Module) {
        if let [first, .., last] = &path[..]
            && (first == "Self" || self.own_type(first))
        {
            self.called.insert(last.clone());
        }
        if !path.is_empty() {
            self.paths.push((self.at.clone(), path));
        }
    }

    /// Whether a type may be this file's own: it has not come from elsewhere.
    fn own_type(&self, name: &str) -> bool {
        name.starts_with(char::is_uppercase)
            && !self.names.get(&self.at).is_some_and(|names| names.contains_key(name))
    }
}

impl<'ast> Visit<'ast> for File {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes: &[Attribute] = match item {
            Item::Const(item) => &item.attrs,
            Item::Enum(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Macro(item) => &item.attrs,
            Item::Mod(item) => &item.attrs,
            Item::Static(item) => &item.attrs,
            Item::Struct(item) => &item.attrs,
            Item::Trait(item) => &item.attrs,
            Item::Type(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => &[],
        };
        match item {
            Item::Mod(item) if is_of_tests(attributes) => {
                self.of_tests.push([&self.at[..], &[item.ident.to_string()]].concat());
            }
            _ if is_of_tests(attributes) => {}
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.content.is_some() {
            self.at.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.at.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.take(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let functions = item.items.iter().filter_map(|item| match item {
            ImplItem::Fn(function) if !is_of_tests(&function.attrs) => {
                Some((&function.sig.ident, &function.vis))
            }
            ImplItem::Const(constant) => Some((&constant.ident, &constant.vis)),
            _ => None,
        });
        let known = |(name, vis): (&syn::Ident, &Visibility)| {
            (name.to_string(), !matches!(vis, Visibility::Inherited))
        };
        let functions: Vec<_> = functions.map(known).collect();
        self.own.extend(functions.iter().map(|(name, _)| name.clone()));
        if let (None, Type::Path(of)) = (&item.trait_, &*item.self_ty) {
            let of = of.path.segments.iter().map(|part| part.ident.to_string()).collect();
            self.given.push((self.at.clone(), of, functions));
        }
        visit::visit_item_impl(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_of_tests(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    // `pub(in crate::tui)` takes nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.found(path.segments.iter().map(|part| part.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.called.insert(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.tokens(&called.tokens);
        visit::visit_macro(self, called);
    }

    fn visit_meta_list(&mut self, list: &'ast syn::MetaList) {
        self.tokens(&list.tokens);
    }
}
