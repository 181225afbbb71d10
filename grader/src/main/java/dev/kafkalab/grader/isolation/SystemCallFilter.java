package dev.kafkalab.grader.isolation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program for Linux' seccomp filter (seccomp(2), in classic BPF) that refuses what no lab needs:
 * new namespaces, mounts, other processes' memory, keys, and what loads code into the kernel.
 *
 * <p>The calls are those that Docker's default profile refuses, as far as root's rights are not
 * what they need anyway.
 */
final class SystemCallFilter {

  /**
   * The numbers that Linux' headers give to calls on one kind of processor.
   *
   * @param architecture AUDIT_ARCH
   * @param cloning clone(2), which is refused only for new namespaces
   * @param hasSecondSet whether there is a second set of calls, for programs with short pointers
   * @param refused what is refused always; numbers from 424 on are the same everywhere
   */
  private record Machine(
      int architecture, int cloning, boolean hasSecondSet, List<Integer> refused) {}

  private static final Machine AMD64 =
      new Machine(
          0xC000003E,
          56,
          true,
          List.of(
              101, 103, 155, 161, 163, 165, 166, 167, 168, 169, 175, 176, 179, 246, 248, 249, 250,
              272, 298, 304, 308, 310, 311, 312, 313, 320, 321, 323));

  private static final Machine AARCH64 =
      new Machine(
          0xC00000B7,
          220,
          false,
          List.of(
              39, 40, 41, 51, 60, 89, 97, 104, 105, 106, 116, 117, 142, 217, 218, 219, 224, 225,
              241, 265, 268, 270, 271, 272, 273, 280, 282, 294));

  /** io_uring, open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr. */
  private static final int[] REFUSED_EVERYWHERE = {
    425, 426, 427, 428, 429, 430, 431, 432, 433, 442
  };

  /** A C library asks clone(2) instead where this one is not known: it hides its flags. */
  private static final int CLONE3 = 435;

  /** Where the second set begins. */
  private static final int SECOND_SET = 0x40000000;

  /** CLONE_NEW*: mounts, cgroup, host name, IPC, user, processes, network. */
  private static final int NEW_NAMESPACES =
      0x00020000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000;

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;

  private static final int LOAD = 0x20;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int JUMP_IF_NOT_BELOW = 0x35;
  private static final int JUMP_IF_ANY_BIT = 0x45;
  private static final int RETURN = 0x06;

  private static final int ALLOWED = 0x7fff0000;
  private static final int NOT_PERMITTED = 0x00050000 | 1;
  private static final int NOT_KNOWN = 0x00050000 | 38;

  private record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

  private SystemCallFilter() {}

  /** Returns the program for a processor by its name in Java; empty for one without numbers. */
  static Optional<byte[]> of(String architecture) {
    return switch (architecture) {
      case "amd64" -> Optional.of(program(AMD64));
      case "aarch64" -> Optional.of(program(AARCH64));
      default -> Optional.empty();
    };
  }

  private static byte[] program(Machine machine) {
    List<Instruction> all = new ArrayList<>();
    all.add(new Instruction(LOAD, 0, 0, ARCHITECTURE));
    all.add(new Instruction(JUMP_IF_EQUAL, 1, 0, machine.architecture));
    all.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
    all.add(new Instruction(LOAD, 0, 0, NUMBER));
    if (machine.hasSecondSet) {
      returnIf(all, JUMP_IF_NOT_BELOW, SECOND_SET, NOT_KNOWN);
    }
    returnIf(all, JUMP_IF_EQUAL, CLONE3, NOT_KNOWN);
    for (int number : machine.refused) {
      returnIf(all, JUMP_IF_EQUAL, number, NOT_PERMITTED);
    }
    for (int number : REFUSED_EVERYWHERE) {
      returnIf(all, JUMP_IF_EQUAL, number, NOT_PERMITTED);
    }
    all.add(new Instruction(JUMP_IF_EQUAL, 1, 0, machine.cloning));
    all.add(new Instruction(RETURN, 0, 0, ALLOWED));
    all.add(new Instruction(LOAD, 0, 0, FIRST_ARGUMENT));
    returnIf(all, JUMP_IF_ANY_BIT, NEW_NAMESPACES, NOT_PERMITTED);
    all.add(new Instruction(RETURN, 0, 0, ALLOWED));
    return bytes(all);
  }

  private static void returnIf(List<Instruction> all, int condition, int operand, int what) {
    all.add(new Instruction(condition, 0, 1, operand));
    all.add(new Instruction(RETURN, 0, 0, what));
  }

  private static byte[] bytes(List<Instruction> all) {
    ByteBuffer bytes = ByteBuffer.allocate(all.size() * 8).order(ByteOrder.nativeOrder());
    for (Instruction each : all) {
      bytes
          .putShort((short) each.code)
          .put((byte) each.ifTrue)
          .put((byte) each.ifFalse)
          .putInt(each.operand);
    }
    return bytes.array();
  }
}
