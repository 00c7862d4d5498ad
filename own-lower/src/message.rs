//! What rustc and cargo report with `--error-format=json` and
//! `--message-format=json`: one object per line.

use camino::Utf8PathBuf;
use serde::Deserialize;

/// One of rustc's findings.
#[derive(Clone, Debug, Deserialize)]
pub struct Message {
    pub message: String,
    pub code: Option<Code>,
    /// `error`, `warning`, `note`, `help`, `failure-note`.
    pub level: String,
    pub spans: Vec<Place>,
    pub children: Vec<Message>,
}

/// An error's number or a lint's name.
#[derive(Clone, Debug, Deserialize)]
pub struct Code {
    pub code: String,
}

/// A place in a file.
#[derive(Clone, Debug, Deserialize)]
pub struct Place {
    pub file_name: String,
    pub byte_start: u32,
    pub byte_end: u32,
    pub is_primary: bool,
    pub label: Option<String>,
    /// What to write here instead.
    pub suggested_replacement: Option<String>,
    /// The use of the macro that this place is in.
    pub expansion: Option<Box<Expansion>>,
}

/// A use of a macro.
#[derive(Clone, Debug, Deserialize)]
pub struct Expansion {
    pub span: Place,
}

impl Message {
    /// An error, or a failure of the compiler.
    pub fn is_error(&self) -> bool {
        self.level.starts_with("error")
    }

    /// rustc's closing lines, which count or point elsewhere.
    fn is_summary(&self) -> bool {
        self.level == "failure-note"
            || self.spans.is_empty()
                && self.code.is_none()
                && (self.message.starts_with("aborting due to")
                    || self.message.ends_with(" emitted"))
    }
}

/// A module that was linked.
#[derive(Clone, Debug)]
pub struct Built {
    pub name: String,
    pub path: Utf8PathBuf,
}

/// A line of cargo's output.
#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Line {
    CompilerMessage {
        message: Message,
    },
    CompilerArtifact {
        target: Target,
        filenames: Vec<String>,
        profile: Profile,
    },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    crate_types: Vec<String>,
}

#[derive(Deserialize)]
struct Profile {
    test: bool,
}

/// Reads rustc's lines. Others are not rustc's.
pub(crate) fn of_rustc(output: &str) -> Vec<Message> {
    let lines = output.lines();
    let messages = lines.filter_map(|line| serde_json::from_str::<Message>(line).ok());
    messages.filter(|message| !message.is_summary()).collect()
}

/// Reads cargo's lines: messages, and the modules of programs, of libraries
/// of their own and of tests.
pub(crate) fn of_cargo(output: &str) -> (Vec<Message>, Vec<Built>) {
    let (mut messages, mut built) = (Vec::new(), Vec::new());
    for line in output.lines() {
        match serde_json::from_str(line) {
            Ok(Line::CompilerMessage { message }) if !message.is_summary() => {
                messages.push(message);
            }
            Ok(Line::CompilerArtifact {
                target,
                filenames,
                profile,
            }) => {
                let is_linked = ["bin", "cdylib"].map(str::to_owned);
                let is_linked = target.crate_types.iter().any(|ty| is_linked.contains(ty));
                let module = filenames
                    .into_iter()
                    .map(Utf8PathBuf::from)
                    .find(|path| path.extension() == Some("wasm"));
                if let Some(path) = module.filter(|_| is_linked || profile.test) {
                    let name = target.name;
                    built.push(Built { name, path });
                }
            }
            _ => {}
        }
    }
    (messages, built)
}
