package dev.kafkalab.grader.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemCallFilterTest {

  private static final int ALLOWED = 0x7fff0000;
  private static final int NOT_PERMITTED = 0x00050001;
  private static final int NOT_KNOWN = 0x00050000 | 38;

  private static final int AMD64 = 0xC000003E;
  private static final int AARCH64 = 0xC00000B7;
  private static final int I386 = 0x40000003;

  private static final int NEW_USER = 0x10000000;
  private static final int NEW_NETWORK = 0x40000000;

  /** CLONE_VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, SETTLS, and the two of thread ids. */
  private static final int THREAD = 0x003d0f00;

  /** CLONE_VM and CLONE_VFORK, with SIGCHLD. */
  private static final int SPAWN = 0x4111;

  @ParameterizedTest
  @CsvSource({"amd64, 0", "amd64, 59", "amd64, 9", "amd64, 202", "amd64, 439", "aarch64, 63"})
  void whatProgramsNeedIsAllowed(String processor, int number) {
    assertThat(decision(processor, number, 0)).isEqualTo(ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({
    "amd64, 272", "amd64, 308", "amd64, 165", "amd64, 101", "amd64, 321", "amd64, 425",
    "amd64, 442", "aarch64, 97", "aarch64, 268", "aarch64, 40", "aarch64, 117", "aarch64, 280",
    "aarch64, 425"
  })
  void whatNoLabNeedsIsNotPermitted(String processor, int number) {
    assertThat(decision(processor, number, 0)).isEqualTo(NOT_PERMITTED);
  }

  @ParameterizedTest
  @CsvSource({"amd64, 56", "aarch64, 220"})
  void threadsAndProcessesAreMadeButNoNamespaces(String processor, int cloning) {
    assertThat(decision(processor, cloning, THREAD)).isEqualTo(ALLOWED);
    assertThat(decision(processor, cloning, SPAWN)).isEqualTo(ALLOWED);
    assertThat(decision(processor, cloning, SPAWN | NEW_USER)).isEqualTo(NOT_PERMITTED);
    assertThat(decision(processor, cloning, THREAD | NEW_NETWORK)).isEqualTo(NOT_PERMITTED);
  }

  @ParameterizedTest
  @CsvSource({"amd64", "aarch64"})
  void aCallWhoseFlagsCannotBeSeenIsNotKnown(String processor) {
    assertThat(decision(processor, 435, 0)).isEqualTo(NOT_KNOWN);
  }

  @Test
  void otherSetsOfCallsAreClosed() {
    assertThat(decision("amd64", 0x40000000 | 272, 0)).isEqualTo(NOT_KNOWN);
    assertThat(run(SystemCallFilter.of("amd64").orElseThrow(), I386, 3, 0))
        .isEqualTo(NOT_PERMITTED);
  }

  @Test
  void aProcessorWhoseNumbersAreNotKnownHasNone() {
    assertThat(SystemCallFilter.of("riscv64")).isEmpty();
  }

  private static int decision(String processor, int number, int firstArgument) {
    int architecture = processor.equals("amd64") ? AMD64 : AARCH64;
    return run(SystemCallFilter.of(processor).orElseThrow(), architecture, number, firstArgument);
  }

  /** Runs the program as Linux does: one register, jumps forward, a returned value. */
  private static int run(byte[] program, int architecture, int number, int firstArgument) {
    ByteBuffer code = ByteBuffer.wrap(program).order(ByteOrder.nativeOrder());
    int register = 0;
    for (int at = 0; ; at++) {
      int operation = code.getShort(at * 8);
      int operand = code.getInt(at * 8 + 4);
      boolean holds;
      switch (operation) {
        case 0x20 -> {
          register = operand == 0 ? number : operand == 4 ? architecture : firstArgument;
          continue;
        }
        case 0x06 -> {
          return operand;
        }
        case 0x15 -> holds = register == operand;
        case 0x35 -> holds = Integer.compareUnsigned(register, operand) >= 0;
        case 0x45 -> holds = (register & operand) != 0;
        default -> throw new IllegalArgumentException("no such operation: " + operation);
      }
      at += code.get(at * 8 + (holds ? 2 : 3));
    }
  }
}
