//! `//@ name: value` lines.

/// What a test asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directives {
    pub exit_code: i32,
    /// The program's arguments.
    pub args: Vec<String>,
    pub env: Vec<(String, String)>,
    /// Texts that standard error contains.
    pub stderr: Vec<String>,
    /// Run with every forced representation as well.
    pub all_variants: bool,
    /// Further flags of the compiler.
    pub flags: Vec<String>,
}

/// Reads the directives; an unknown one is an error, so that none is
/// ignored by mistake.
pub fn parse(source: &str) -> Result<Directives, String> {
    let mut directives = Directives {
        exit_code: 0,
        args: Vec::new(),
        env: Vec::new(),
        stderr: Vec::new(),
        all_variants: false,
        flags: Vec::new(),
    };
    for line in source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("//@"))
    {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let (name, value) = (name.trim(), value.trim());
        let words = || value.split_whitespace().map(str::to_owned);
        match name {
            // The compiler reads it itself.
            "edition" => {}
            "exit-code" => {
                directives.exit_code = value
                    .parse()
                    .map_err(|_| format!("`{value}` is not an exit code"))?;
            }
            "args" => directives.args.extend(words()),
            "env" => {
                let pair = value.split_once('=').ok_or("`env` wants NAME=VALUE")?;
                directives.env.push((pair.0.to_owned(), pair.1.to_owned()));
            }
            "stderr" => directives.stderr.push(value.to_owned()),
            "variants" if value == "all" => directives.all_variants = true,
            "mode" if value == "gc" => {}
            "flags" => directives.flags.extend(words()),
            _ => return Err(format!("unknown directive `{line}`")),
        }
    }
    Ok(directives)
}
