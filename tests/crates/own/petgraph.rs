//@ petgraph = "0.7"

use petgraph::{
    algo::{connected_components, dijkstra, min_spanning_tree, toposort},
    data::FromElements,
    dot::{Config, Dot},
    graph::{DiGraph, UnGraph},
};

fn main() {
    let graph = DiGraph::<&str, u32>::from_edges([(0, 1, 4), (0, 2, 1), (2, 1, 2), (1, 3, 5)]);
    let costs = dijkstra(&graph, 0.into(), None, |edge| *edge.weight());
    let mut costs: Vec<_> = costs
        .into_iter()
        .map(|(node, cost)| (node.index(), cost))
        .collect();
    costs.sort();
    println!("{costs:?}");
    println!("{:?}", toposort(&graph, None).map(|it| it.len()));
    println!("{:?}", Dot::with_config(&graph, &[Config::EdgeNoLabel]));
    let plain = UnGraph::<(), u32>::from_edges([(0, 1, 3), (1, 2, 1), (0, 2, 2), (3, 4, 9)]);
    let tree = UnGraph::<_, _>::from_elements(min_spanning_tree(&plain));
    println!(
        "{} {}",
        connected_components(&plain),
        tree.edge_weights().sum::<u32>()
    );
}
