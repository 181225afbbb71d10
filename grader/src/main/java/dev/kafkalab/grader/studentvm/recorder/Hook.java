package dev.kafkalab.grader.studentvm.recorder;

import net.bytebuddy.asm.AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Adds one static call to a method, at its start or before each return, or puts one in the place of
 * another.
 *
 * <p>There is no branch and no handler in what is added, so the method's stack maps stay as they
 * are. Whatever is called catches its own failures. Its classes are named, not used: they run in
 * the student's JVM only.
 */
enum Hook implements MethodVisitorWrapper {
  /** At the start: tells the client, the method's name and its first argument. */
  CALLED {
    @Override
    void atStart(MethodVisitor code, MethodDescription method) {
      boolean hasArgument =
          !method.getParameters().isEmpty()
              && !method.getParameters().get(0).getType().isPrimitive();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitLdcInsn(method.getName());
      if (hasArgument) {
        code.visitVarInsn(Opcodes.ALOAD, 1);
      } else {
        code.visitInsn(Opcodes.ACONST_NULL);
      }
      call(code, RECORDER, "called", "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/Object;)V");
    }
  },

  /** Before it returns: tells the client and what is returned. */
  POLLED {
    @Override
    void beforeReturn(MethodVisitor code) {
      code.visitInsn(Opcodes.DUP);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitInsn(Opcodes.SWAP);
      call(code, RECORDER, "polled", "(Ljava/lang/Object;L" + CONSUMER + "ConsumerRecords;)V");
    }
  },

  /** Before the constructor returns: tells the client and its parsed configuration. */
  MADE {
    @Override
    void beforeReturn(MethodVisitor code) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      call(
          code,
          RECORDER,
          "made",
          "(Ljava/lang/Object;Lorg/apache/kafka/common/config/AbstractConfig;)V");
    }
  },

  /** Before it returns: passes the settings that it returns through other defaults. */
  DEFAULTS {
    @Override
    void beforeReturn(MethodVisitor code) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      call(
          code,
          "QuietDefaults",
          "in",
          "(Ljava/util/Map;Lorg/apache/kafka/common/config/AbstractConfig;)Ljava/util/Map;");
    }
  },

  /**
   * In the place of the call for the platform's JMX server, which nobody needs then, and of the
   * calls to it.
   */
  BEANS {
    @Override
    boolean replacesCall(MethodVisitor code, String owner, String name, String descriptor) {
      if (name.equals("getPlatformMBeanServer")) {
        code.visitInsn(Opcodes.ACONST_NULL);
        return true;
      }
      if (owner.equals(BEAN_SERVER)) {
        call(code, "KafkaBeans", name, "(L" + BEAN_SERVER + ";" + descriptor.substring(1));
        return true;
      }
      return false;
    }
  };

  /** Where the classes are that woven code calls. */
  private static final String CHILD = "dev/kafkalab/grader/child/";

  private static final String CONSUMER = "org/apache/kafka/clients/consumer/";
  private static final String RECORDER = "Recorder";
  private static final String BEAN_SERVER = "javax/management/MBeanServer";

  void atStart(MethodVisitor code, MethodDescription method) {}

  void beforeReturn(MethodVisitor code) {}

  boolean replacesCall(MethodVisitor code, String owner, String name, String descriptor) {
    return false;
  }

  @Override
  public MethodVisitor wrap(
      TypeDescription type,
      MethodDescription method,
      MethodVisitor code,
      Implementation.Context context,
      TypePool types,
      int writerFlags,
      int readerFlags) {
    return new MethodVisitor(OpenedClassReader.ASM_API, code) {
      @Override
      public void visitCode() {
        super.visitCode();
        atStart(mv, method);
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (!replacesCall(mv, owner, name, descriptor)) {
          super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
      }

      @Override
      public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN || opcode == Opcodes.ARETURN) {
          beforeReturn(mv);
        }
        super.visitInsn(opcode);
      }
    };
  }

  private static void call(MethodVisitor code, String type, String method, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, CHILD + type, method, descriptor, false);
  }
}
