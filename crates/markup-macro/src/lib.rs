//! The macro `html!` of the crate `markup`: markup in, calls of its builder out.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::Stmt;

/// Builds a view from markup.
///
/// Names and values are those of HTML; a value or a child in Rust may be a closure, which then follows the signals it reads.
/// `on:name=handler` hears an event, `on:name:target=handler` gets at the field it came from,
/// `prop:name=value` sets a property, `ref=closure` hands out the element.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    match rstml::parse2(input.into()) {
        Ok(nodes) => match nodes.as_slice() {
            [Node::Element(element)] => build(element).into(),
            nodes => children(&quote!(::markup::View::empty()), nodes).into(),
        },
        Err(error) => error.to_compile_error().into(),
    }
}

fn children(parent: &Tokens, nodes: &[Node]) -> Tokens {
    nodes.iter().fold(parent.clone(), |parent, node| match node {
        Node::Element(element) => {
            let child = build(element);
            quote!(#parent.child(#child))
        }
        Node::Text(text) => {
            let text = text.value_string();
            quote!(#parent.child(#text))
        }
        Node::Block(block) => {
            let child = inner(block);
            quote!(#parent.child(#child))
        }
        Node::Fragment(fragment) => children(&parent, &fragment.children),
        _ => parent,
    })
}

/// The expression in a block of one, so that no needless braces stand in the result.
fn inner(block: &NodeBlock) -> Tokens {
    match block.try_block().map(|block| block.stmts.as_slice()) {
        Some([Stmt::Expr(expression, None)]) => quote!(#expression),
        _ => quote!(#block),
    }
}

fn build(element: &NodeElement<rstml::Infallible>) -> Tokens {
    let tag = element.name().to_string();
    let start = match tag.as_str() {
        "svg" | "path" | "g" | "circle" | "text" | "use" => quote!(::markup::svg(#tag)),
        _ => quote!(::markup::el(#tag)),
    };
    let start = element.attributes().iter().fold(start, |element, attribute| match attribute {
        NodeAttribute::Attribute(attribute) => set(&element, &tag, attribute),
        NodeAttribute::Block(_) => element,
    });
    children(&start, &element.children)
}

fn set(element: &Tokens, tag: &str, attribute: &KeyedAttribute) -> Tokens {
    let name = attribute.key.to_string();
    let value = attribute.value().map_or_else(|| quote!(""), |value| quote!(#value));
    let mut parts = name.split(':');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("ref"), None, None) => quote!(#element.with(#value)),
        (Some("prop"), Some(name), None) => quote!(#element.prop(#name, #value)),
        (Some("on"), Some(event), None) => quote!(#element.on(#event, #value)),
        (Some("on"), Some(event), Some("target")) => {
            let field = match tag {
                "textarea" => quote!(::markup::web_sys::HtmlTextAreaElement),
                "select" => quote!(::markup::web_sys::HtmlSelectElement),
                _ => quote!(::markup::web_sys::HtmlInputElement),
            };
            quote!(#element.on_target::<#field>(#event, #value))
        }
        _ => quote!(#element.attr(#name, #value)),
    }
}
