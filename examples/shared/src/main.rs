//! One source for both: `wrc run examples/shared` has the engine's garbage
//! collector, `cargo run -p shared` is for rustc.
//!
//! Actors know the films they played in, films know their actors: a graph with
//! cycles, of handles that are copied freely.

use std::cell::Cell;
use wasm::{GcArray, GcBox, GcRc, GcString};

/// Text that is cheap to share: a handle where there is a collector; counted
/// under rustc, where memory of handles is not given back.
#[cfg(wasm_gc)]
type Text = GcString;
#[cfg(not(wasm_gc))]
type Text = std::rc::Rc<str>;

struct Actor {
    name: GcString,
    films: GcBox<Vec<GcRc<Film>>>,
}

struct Film {
    title: Text,
    cast: GcArray<GcRc<Actor>>,
    views: Cell<u32>,
}

fn actor(name: &str) -> GcRc<Actor> {
    GcRc::new(Actor {
        name: name.into(),
        films: GcBox::default(),
    })
}

fn film(title: &str, cast: &[GcRc<Actor>]) -> GcRc<Film> {
    let film = GcRc::new(Film {
        title: title.into(),
        cast: cast.into(),
        views: Cell::new(0),
    });
    for actor in film.cast {
        actor.films.with_mut(|films| films.push(film));
    }
    film
}

/// The names of all who played with the actor, sorted, each once.
#[wasm::gc]
fn colleagues(actor: GcRc<Actor>) -> GcArray<GcString> {
    let mut names: Vec<GcString> = actor.films.with(|films| {
        let casts = films.iter().flat_map(|film| film.cast);
        casts
            .filter(|it| !it.ptr_eq(actor))
            .map(|it| it.name)
            .collect()
    });
    names.sort();
    names.dedup();
    names.into()
}

fn main() {
    let [ann, bob, eve] = ["Ann", "Bob", "Eve"].map(actor);
    let films = GcArray::from([
        film("Snow and Ice", &[ann, bob]),
        film("Ice", &[ann, eve]),
        film("Rain", &[eve, ann, bob]),
    ]);
    for actor in [ann, bob, eve] {
        println!("{} played with {:?}", actor.name, colleagues(actor));
    }
    bob.films.with(|films| films[0].views.set(3));
    films.sort_by_key(|film| {
        (
            std::cmp::Reverse(film.views.get()),
            Text::clone(&film.title),
        )
    });
    for film in films {
        let end = film.title.find(' ').unwrap_or(film.title.len());
        let word = &film.title[..end];
        println!(
            "{word}: {} views, {} actors",
            film.views.get(),
            film.cast.len()
        );
    }
}
