final class Lines {
  public static void main(String[] arguments) {
    for (int i = 1; i <= 20; i++) {
      System.out.println("line " + i);
    }
    System.exit(3);
  }
}
