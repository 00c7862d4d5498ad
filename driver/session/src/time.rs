//! How long the phases take (`--time-passes`).

use std::{
    fmt,
    time::{Duration, Instant},
};

/// Phases with their durations, in order.
#[derive(Clone, Debug, Default)]
pub struct Timings {
    phases: Vec<(&'static str, Duration)>,
    running: Option<(&'static str, Instant)>,
}

impl Timings {
    /// Ends the running phase and starts another.
    pub fn start(&mut self, phase: &'static str) {
        self.stop();
        self.running = Some((phase, Instant::now()));
    }

    /// Ends the running phase.
    pub fn stop(&mut self) {
        if let Some((phase, start)) = self.running.take() {
            self.phases.push((phase, start.elapsed()));
        }
    }

    /// The phase that is running, or the last one.
    pub fn current(&self) -> Option<&'static str> {
        let last = self.phases.last().map(|(phase, _)| *phase);
        self.running.map(|(phase, _)| phase).or(last)
    }
}

impl fmt::Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (phase, time) in &self.phases {
            writeln!(f, "{:9.2} ms  {phase}", time.as_secs_f64() * 1e3)?;
        }
        let total: Duration = self.phases.iter().map(|(_, time)| *time).sum();
        writeln!(f, "{:9.2} ms  total", total.as_secs_f64() * 1e3)
    }
}
