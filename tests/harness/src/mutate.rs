//! Small random changes of a program's tokens.

/// Deletes, duplicates, swaps or replaces one to four tokens.
pub fn mutate(source: &str, seed: u64) -> String {
    let mut random = Random(seed);
    let mut tokens = tokens(source);
    for _ in 0..1 + random.below(4) {
        change(&mut tokens, &mut random);
    }
    tokens.concat()
}

fn change(tokens: &mut Vec<&str>, random: &mut Random) {
    let solid: Vec<usize> = (0..tokens.len())
        .filter(|at| {
            !tokens[*at].starts_with(char::is_whitespace) && !tokens[*at].starts_with("//")
        })
        .collect();
    if solid.len() < 2 {
        return;
    }
    let pick = random.below(solid.len() - 1);
    let (at, after) = (solid[pick], solid[pick + 1]);
    match random.below(8) {
        0 => drop(tokens.remove(at)),
        1 => tokens.insert(at, tokens[at]),
        2 => tokens.swap(at, after),
        3 => tokens[at] = tokens[solid[random.below(solid.len())]],
        // One of the same kind: such a mutant gets further.
        _ => {
            let same: Vec<usize> = solid
                .iter()
                .copied()
                .filter(|other| kind(tokens[*other]) == kind(tokens[at]))
                .collect();
            tokens[at] = tokens[same[random.below(same.len())]];
        }
    }
}

#[derive(PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    Text,
    Sign,
}

fn kind(token: &str) -> Kind {
    match token.chars().next() {
        Some(c) if c.is_ascii_digit() => Kind::Number,
        Some('"' | '\'') => Kind::Text,
        Some(c) if is_word(c) => Kind::Word,
        Some(_) | None => Kind::Sign,
    }
}

/// The text cut into words, numbers, literals, comments, spaces and signs.
fn tokens(source: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let len = match first {
            _ if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => literal(rest, '"'),
            '\'' if is_char(rest) => literal(rest, '\''),
            c if c.is_whitespace() => run(rest, char::is_whitespace),
            c if is_word(c) => run(rest, is_word),
            c => c.len_utf8(),
        };
        let (token, after) = rest.split_at(len);
        tokens.push(token);
        rest = after;
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A character and not a lifetime?
fn is_char(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    matches!(
        (chars.next(), chars.next()),
        (Some('\\'), _) | (_, Some('\''))
    )
}

fn run(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

/// The length of a literal with its quotes.
fn literal(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    text.len()
}

/// The generator `splitmix64`.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}
