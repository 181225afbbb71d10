package dev.kafkalab.grader.judging;

import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.clock.Slowness;
import dev.kafkalab.grader.clock.Standstill;
import java.time.Duration;

/** Tells what the machine did while something was judged. */
interface Machine {

  /** The machine that this runs on. */
  Machine THIS =
      new Machine() {
        @Override
        public long standstills() {
          return Standstill.count();
        }

        @Override
        public double slowness() {
          return Slowness.now();
        }

        @Override
        public Watch watch() {
          Deadline deadline = Deadline.in(Duration.ofDays(1));
          return new Watch() {
            @Override
            public double slowness() {
              return deadline.slowness();
            }

            @Override
            public Duration waited() {
              return deadline.waited();
            }
          };
        }
      };

  /** Returns how often it has stood still so far. */
  long standstills();

  /** Returns how many times slower than alone it is now. */
  double slowness();

  /** Begins to watch it. */
  Watch watch();

  /** Looks at the time from its making on. */
  interface Watch {

    /** Returns how many times slower than alone the machine was. */
    double slowness();

    /** Returns how long that is, on a wall clock. */
    Duration waited();
  }
}
