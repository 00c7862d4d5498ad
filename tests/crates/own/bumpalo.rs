//@ bumpalo = { version = "3", features = ["collections"] }

use bumpalo::{
    Bump,
    collections::{String, Vec},
};

struct Node<'a> {
    value: u32,
    children: Vec<'a, &'a Node<'a>>,
}

fn tree<'a>(bump: &'a Bump, depth: u32) -> &'a Node<'a> {
    let mut children = Vec::new_in(bump);
    if depth > 0 {
        children.extend((0..3).map(|_| tree(bump, depth - 1)));
    }
    bump.alloc(Node {
        value: depth,
        children,
    })
}

fn sum(node: &Node<'_>) -> u32 {
    node.value + node.children.iter().map(|it| sum(it)).sum::<u32>()
}

fn main() {
    let bump = Bump::new();
    println!("{}", sum(tree(&bump, 6)));
    let mut text = String::new_in(&bump);
    for word in ["in", "an", "arena"] {
        text.push_str(word);
        text.push(' ');
    }
    println!(
        "{text}{}",
        bump.alloc_slice_fill_with(5, |i| i * i)
            .iter()
            .sum::<usize>()
    );
}
