//! No circles: a file can be read without those that are written with it.

use super::files::files;
use super::modules::{Graph, Modules, path_of};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A file and the one whose module declares its own.
fn are_parent_and_child(one: &str, other: &str) -> bool {
    let is_parent = |parent: &str, child: &str| path_of(child).split_last().is_some_and(|(_, above)| *above == path_of(parent)[..]);
    is_parent(one, other) || is_parent(other, one)
}

/// The shortest circle through each file that is on one, each once, as a chain of names.
fn circles(graph: &Graph) -> Vec<String> {
    let circles: BTreeMap<BTreeSet<&String>, Vec<&String>> =
        graph.keys().filter_map(|start| shortest_circle(graph, start)).map(|chain| (chain.iter().copied().collect(), chain)).collect();
    let chain =
        |chain: Vec<&String>| [chain.clone(), vec![chain[0]]].concat().iter().map(|name| name.as_str()).collect::<Vec<_>>().join(" → ");
    circles.into_values().map(chain).collect()
}

/// The shortest way from a file back to itself.
fn shortest_circle<'a>(graph: &'a Graph, start: &'a String) -> Option<Vec<&'a String>> {
    let mut came_from: BTreeMap<&String, &String> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(here) = queue.pop_front() {
        for next in graph.get(here).into_iter().flatten() {
            if next == start {
                let back = std::iter::successors(Some(here), |file| came_from.get(*file).copied());
                let mut chain: Vec<&String> = back.collect();
                chain.reverse();
                return Some(chain);
            }
            if !came_from.contains_key(next) {
                came_from.insert(next, here);
                queue.push_back(next);
            }
        }
    }
    None
}

/// A file and the one that declares it may use each other: a folder's own file holds what all in the folder are written
/// with, and calls them. Every other circle, also one that leads through several floors, is held.
#[test]
fn no_files_use_each_other_in_a_circle() {
    let mut graph = Modules::read(&files("src")).graph();
    assert!(graph.values().map(BTreeSet::len).sum::<usize>() > 1000, "what files use was not found");
    for (file, used) in &mut graph {
        used.retain(|other| !are_parent_and_child(file, other));
    }
    assert_eq!(circles(&graph), [""; 0]);
}
