final class Endless {
  public static void main(String[] arguments) throws InterruptedException {
    new java.util.concurrent.CountDownLatch(1).await();
  }
}
