//! The builders behind `#[derive(Debug)]`, and the indentation of `{:#?}`.

use super::options::SavedSpec;
use super::{Debug, Display, Formatter, Result, Write};
use crate::intrinsics::{array_read, slice_array, slice_from, slice_len, slice_offset};
use crate::intrinsics::{str_bytes, str_from_bytes};

/// Indents every line written through it.
struct PadAdapter<'a> {
    out: &'a mut (dyn Write + 'a),
    is_line_start: bool,
}

impl<'a> PadAdapter<'a> {
    #[inline]
    fn new(out: &'a mut (dyn Write + 'a), is_line_start: bool) -> PadAdapter<'a> {
        PadAdapter { out, is_line_start }
    }

    /// A formatter that writes through the indentation with the options `spec`.
    #[inline]
    fn formatter<'b>(&'b mut self, spec: SavedSpec) -> Formatter<'b> {
        Formatter::with_spec(self, spec)
    }
}

impl Write for PadAdapter<'_> {
    fn write_str(&mut self, s: &str) -> Result {
        let bytes = str_bytes(s);
        let array = slice_array(bytes);
        let end = slice_offset(bytes) + slice_len(bytes);
        let mut line = slice_offset(bytes);
        while line < end {
            let mut next = line;
            let mut has_break = false;
            while next < end && !has_break {
                has_break = array_read(array, next) == b'\n';
                next += 1;
            }
            if self.is_line_start {
                self.out.write_str("    ")?;
            }
            self.is_line_start = has_break;
            self.out
                .write_str(str_from_bytes(slice_from(array, line, next - line)))?;
            line = next;
        }
        Ok(())
    }

    fn write_char(&mut self, c: char) -> Result {
        if self.is_line_start {
            self.out.write_str("    ")?;
        }
        self.is_line_start = c == '\n';
        self.out.write_char(c)
    }
}

/// Lets the closure forms of the builders share the code of the `&dyn Debug` forms.
struct Once<F>(crate::cell::Cell<Option<F>>);

impl<F: FnOnce(&mut Formatter<'_>) -> Result> Debug for Once<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.0.take() {
            Some(write) => write(f),
            None => Ok(()),
        }
    }
}

/// Writes `value` and `,\n` on lines of their own, `name: ` in front.
fn pretty_field(f: &mut Formatter<'_>, name: Option<&str>, value: &dyn Debug) -> Result {
    let spec = f.spec();
    let mut adapter = PadAdapter::new(&mut *f.out, true);
    if let Some(name) = name {
        adapter.write_str(name)?;
        adapter.write_str(": ")?;
    }
    value.fmt(&mut adapter.formatter(spec))?;
    adapter.write_str(",\n")
}

/// Writes the `..` of `finish_non_exhaustive` on a line of its own.
fn pretty_rest(f: &mut Formatter<'_>, close: &str) -> Result {
    PadAdapter::new(&mut *f.out, true).write_str("..\n")?;
    f.write_str(close)
}

/// Writes `Name { field: value }`.
pub struct DebugStruct<'a, 'b: 'a> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}

#[inline]
pub(super) fn debug_struct_new<'a, 'b>(
    fmt: &'a mut Formatter<'b>,
    name: &str,
) -> DebugStruct<'a, 'b> {
    let result = fmt.write_str(name);
    DebugStruct {
        fmt,
        result,
        has_fields: false,
    }
}

impl<'a, 'b: 'a> DebugStruct<'a, 'b> {
    /// Adds a field.
    pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut Self {
        if self.result.is_ok() {
            self.result = self.write_field(name, value);
        }
        self.has_fields = true;
        self
    }

    /// Adds a field that a closure writes.
    pub fn field_with<F>(&mut self, name: &str, value_fmt: F) -> &mut Self
    where
        F: FnOnce(&mut Formatter<'_>) -> Result,
    {
        self.field(name, &Once(crate::cell::Cell::new(Some(value_fmt))))
    }

    fn write_field(&mut self, name: &str, value: &dyn Debug) -> Result {
        if self.fmt.alternate() {
            if !self.has_fields {
                self.fmt.write_str(" {\n")?;
            }
            return pretty_field(self.fmt, Some(name), value);
        }
        self.fmt
            .write_str(if self.has_fields { ", " } else { " { " })?;
        self.fmt.write_str(name)?;
        self.fmt.write_str(": ")?;
        value.fmt(self.fmt)
    }

    /// Ends the struct with `..`.
    pub fn finish_non_exhaustive(&mut self) -> Result {
        if self.result.is_ok() {
            self.result = if !self.has_fields {
                self.fmt.write_str(" { .. }")
            } else if self.fmt.alternate() {
                pretty_rest(self.fmt, "}")
            } else {
                self.fmt.write_str(", .. }")
            };
        }
        self.result
    }

    /// Ends the struct.
    pub fn finish(&mut self) -> Result {
        if self.has_fields && self.result.is_ok() {
            self.result = self
                .fmt
                .write_str(if self.fmt.alternate() { "}" } else { " }" });
        }
        self.result
    }
}

/// Writes `Name(value)`.
pub struct DebugTuple<'a, 'b: 'a> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    fields: usize,
    has_empty_name: bool,
}

#[inline]
pub(super) fn debug_tuple_new<'a, 'b>(
    fmt: &'a mut Formatter<'b>,
    name: &str,
) -> DebugTuple<'a, 'b> {
    let result = fmt.write_str(name);
    DebugTuple {
        fmt,
        result,
        fields: 0,
        has_empty_name: name.is_empty(),
    }
}

impl<'a, 'b: 'a> DebugTuple<'a, 'b> {
    /// Adds a field.
    pub fn field(&mut self, value: &dyn Debug) -> &mut Self {
        if self.result.is_ok() {
            self.result = self.write_field(value);
        }
        self.fields += 1;
        self
    }

    /// Adds a field that a closure writes.
    pub fn field_with<F>(&mut self, value_fmt: F) -> &mut Self
    where
        F: FnOnce(&mut Formatter<'_>) -> Result,
    {
        self.field(&Once(crate::cell::Cell::new(Some(value_fmt))))
    }

    fn write_field(&mut self, value: &dyn Debug) -> Result {
        if self.fmt.alternate() {
            if self.fields == 0 {
                self.fmt.write_str("(\n")?;
            }
            return pretty_field(self.fmt, None, value);
        }
        self.fmt
            .write_str(if self.fields == 0 { "(" } else { ", " })?;
        value.fmt(self.fmt)
    }

    /// Ends the tuple with `..`.
    pub fn finish_non_exhaustive(&mut self) -> Result {
        if self.result.is_ok() {
            self.result = if self.fields == 0 {
                self.fmt.write_str("(..)")
            } else if self.fmt.alternate() {
                pretty_rest(self.fmt, ")")
            } else {
                self.fmt.write_str(", ..)")
            };
        }
        self.result
    }

    /// Ends the tuple; a tuple of one without a name gets its comma.
    pub fn finish(&mut self) -> Result {
        if self.fields > 0 && self.result.is_ok() {
            let is_single = self.fields == 1 && self.has_empty_name && !self.fmt.alternate();
            self.result = self.fmt.write_str(if is_single { ",)" } else { ")" });
        }
        self.result
    }
}

/// What lists and sets share.
struct DebugInner<'a, 'b: 'a> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}

impl<'a, 'b: 'a> DebugInner<'a, 'b> {
    fn entry(&mut self, value: &dyn Debug) {
        if self.result.is_ok() {
            self.result = self.write_entry(value);
        }
        self.has_fields = true;
    }

    fn write_entry(&mut self, value: &dyn Debug) -> Result {
        if self.fmt.alternate() {
            if !self.has_fields {
                self.fmt.write_str("\n")?;
            }
            return pretty_field(self.fmt, None, value);
        }
        if self.has_fields {
            self.fmt.write_str(", ")?;
        }
        value.fmt(self.fmt)
    }

    fn finish(&mut self, close: &str) -> Result {
        if self.result.is_ok() {
            self.result = self.fmt.write_str(close);
        }
        self.result
    }

    fn finish_non_exhaustive(&mut self, close: &str) -> Result {
        if self.result.is_ok() {
            self.result = self.write_rest(close);
        }
        self.result
    }

    fn write_rest(&mut self, close: &str) -> Result {
        if self.has_fields && self.fmt.alternate() {
            return pretty_rest(self.fmt, close);
        }
        self.fmt
            .write_str(if self.has_fields { ", .." } else { ".." })?;
        self.fmt.write_str(close)
    }
}

macro_rules! sequence {
    ($(#[$doc:meta])* $Name:ident, $new:ident, $open:literal, $close:literal) => {
        $(#[$doc])*
        pub struct $Name<'a, 'b: 'a> {
            inner: DebugInner<'a, 'b>,
        }

        #[inline]
        pub(super) fn $new<'a, 'b>(fmt: &'a mut Formatter<'b>) -> $Name<'a, 'b> {
            let result = fmt.write_str($open);
            $Name { inner: DebugInner { fmt, result, has_fields: false } }
        }

        impl<'a, 'b: 'a> $Name<'a, 'b> {
            /// Adds an entry.
            #[inline]
            pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self {
                self.inner.entry(entry);
                self
            }

            /// Adds an entry that a closure writes.
            pub fn entry_with<F>(&mut self, entry_fmt: F) -> &mut Self
            where
                F: FnOnce(&mut Formatter<'_>) -> Result,
            {
                self.entry(&Once(crate::cell::Cell::new(Some(entry_fmt))))
            }

            /// Adds the entries of an iterator.
            #[inline]
            pub fn entries<D, I>(&mut self, entries: I) -> &mut Self
            where
                D: Debug,
                I: IntoIterator<Item = D>,
            {
                for entry in entries {
                    self.inner.entry(&entry);
                }
                self
            }

            /// Ends it with `..`.
            pub fn finish_non_exhaustive(&mut self) -> Result {
                self.inner.finish_non_exhaustive($close)
            }

            /// Ends it.
            pub fn finish(&mut self) -> Result {
                self.inner.finish($close)
            }
        }
    };
}

sequence! {
    /// Writes `{value, value}`.
    DebugSet, debug_set_new, "{", "}"
}

sequence! {
    /// Writes `[value, value]`.
    DebugList, debug_list_new, "[", "]"
}

/// Writes `{key: value}`.
pub struct DebugMap<'a, 'b: 'a> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
    has_key: bool,
    /// The state of the indentation between a key and its value.
    is_line_start: bool,
}

#[inline]
pub(super) fn debug_map_new<'a, 'b>(fmt: &'a mut Formatter<'b>) -> DebugMap<'a, 'b> {
    let result = fmt.write_str("{");
    DebugMap {
        fmt,
        result,
        has_fields: false,
        has_key: false,
        is_line_start: true,
    }
}

impl<'a, 'b: 'a> DebugMap<'a, 'b> {
    /// Adds an entry.
    #[inline]
    pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut Self {
        self.key(key).value(value)
    }

    /// Adds the key of an entry; `value` must follow.
    #[track_caller]
    pub fn key(&mut self, key: &dyn Debug) -> &mut Self {
        if self.result.is_ok() {
            self.result = self.write_key(key);
        }
        self
    }

    /// Adds a key that a closure writes.
    pub fn key_with<F>(&mut self, key_fmt: F) -> &mut Self
    where
        F: FnOnce(&mut Formatter<'_>) -> Result,
    {
        self.key(&Once(crate::cell::Cell::new(Some(key_fmt))))
    }

    #[track_caller]
    fn write_key(&mut self, key: &dyn Debug) -> Result {
        if self.has_key {
            panic!("attempted to begin a new map entry without completing the previous one");
        }
        if self.fmt.alternate() {
            if !self.has_fields {
                self.fmt.write_str("\n")?;
            }
            let spec = self.fmt.spec();
            let mut adapter = PadAdapter::new(&mut *self.fmt.out, true);
            key.fmt(&mut adapter.formatter(spec))?;
            adapter.write_str(": ")?;
            self.is_line_start = adapter.is_line_start;
        } else {
            if self.has_fields {
                self.fmt.write_str(", ")?;
            }
            key.fmt(self.fmt)?;
            self.fmt.write_str(": ")?;
        }
        self.has_key = true;
        Ok(())
    }

    /// Adds the value of the entry that `key` began.
    #[track_caller]
    pub fn value(&mut self, value: &dyn Debug) -> &mut Self {
        if self.result.is_ok() {
            self.result = self.write_value(value);
        }
        self.has_fields = true;
        self
    }

    /// Adds a value that a closure writes.
    pub fn value_with<F>(&mut self, value_fmt: F) -> &mut Self
    where
        F: FnOnce(&mut Formatter<'_>) -> Result,
    {
        self.value(&Once(crate::cell::Cell::new(Some(value_fmt))))
    }

    #[track_caller]
    fn write_value(&mut self, value: &dyn Debug) -> Result {
        if !self.has_key {
            panic!("attempted to format a map value before its key");
        }
        if self.fmt.alternate() {
            let spec = self.fmt.spec();
            let mut adapter = PadAdapter::new(&mut *self.fmt.out, self.is_line_start);
            value.fmt(&mut adapter.formatter(spec))?;
            adapter.write_str(",\n")?;
        } else {
            value.fmt(self.fmt)?;
        }
        self.has_key = false;
        Ok(())
    }

    /// Adds the entries of an iterator.
    #[inline]
    pub fn entries<K, V, I>(&mut self, entries: I) -> &mut Self
    where
        K: Debug,
        V: Debug,
        I: IntoIterator<Item = (K, V)>,
    {
        for (key, value) in entries {
            self.entry(&key, &value);
        }
        self
    }

    /// Ends the map with `..`.
    pub fn finish_non_exhaustive(&mut self) -> Result {
        if self.result.is_ok() {
            self.check_complete();
            self.result = if self.has_fields && self.fmt.alternate() {
                pretty_rest(self.fmt, "}")
            } else {
                self.fmt
                    .write_str(if self.has_fields { ", ..}" } else { "..}" })
            };
        }
        self.result
    }

    /// Ends the map.
    pub fn finish(&mut self) -> Result {
        if self.result.is_ok() {
            self.check_complete();
            self.result = self.fmt.write_str("}");
        }
        self.result
    }

    fn check_complete(&self) {
        if self.has_key {
            panic!("attempted to finish a map with a partial entry");
        }
    }
}

/// A value whose `Display` and `Debug` a closure writes.
pub struct FromFn<F>(F);

/// Makes a value whose `Display` and `Debug` the closure writes.
pub const fn from_fn<F: Fn(&mut Formatter<'_>) -> Result>(f: F) -> FromFn<F> {
    FromFn(f)
}

impl<F: Fn(&mut Formatter<'_>) -> Result> Debug for FromFn<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        (self.0)(f)
    }
}

impl<F: Fn(&mut Formatter<'_>) -> Result> Display for FromFn<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        (self.0)(f)
    }
}
