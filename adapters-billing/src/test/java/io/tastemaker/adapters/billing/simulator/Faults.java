package io.tastemaker.adapters.billing.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What goes wrong with requests to the API, and how many there were. */
public final class Faults {

    /** What goes wrong with one request. */
    sealed interface Fault {

        /** It is answered with an error and does nothing. */
        record Refused(int status) implements Fault {}

        /** It does what it should, and is answered with a page of a proxy. */
        record Garbled() implements Fault {}

        /** It does what it should, and the connection breaks in the middle of the answer. */
        record Broken() implements Fault {}

        /** It does what it should, and is never answered. */
        record Silent() implements Fault {}

        /** Whether it only makes sense for requests that change something. */
        default boolean isAfterEffect() {
            return switch (this) {
                case Broken broken -> true;
                case Silent silent -> true;
                case Refused refused -> false;
                case Garbled garbled -> false;
            };
        }
    }

    private record Planned(Fault fault, String path) {

        boolean meets(String method, String asked) {
            return asked.startsWith(path) && (!fault.isAfterEffect() || !method.equals("GET"));
        }
    }

    private final List<Planned> planned = new ArrayList<>();
    private final Map<String, Long> requests = new TreeMap<>();
    private Duration slow = Duration.ZERO;
    private Duration hang = Duration.ZERO;
    private CountDownLatch released = new CountDownLatch(0);
    private CountDownLatch silence = new CountDownLatch(1);
    private long effects;
    private int atOnce;
    private int mostAtOnce;
    private boolean down;

    Faults() {}

    /** The next requests are answered with an error instead: 429 and 503 before, 500 after the key of the request was noted. */
    public void answerNext(int times, int status) {
        answerNext(times, status, "/v1/");
    }

    /** The same, for addresses that begin so. */
    public void answerNext(int times, int status, String path) {
        plan(times, new Fault.Refused(status), path);
    }

    /** The next requests do what they should and are answered with a page of HTML and the status 200. */
    public void garbageNext(int times) {
        plan(times, new Fault.Garbled(), "/v1/");
    }

    /** The next requests that change something do so and note their answer, but say nothing until they are {@linkplain #release released}. */
    public void timeOutAfterEffect(int times) {
        timeOutAfterEffect(times, "/v1/");
    }

    /** The same, for addresses that begin so. */
    public void timeOutAfterEffect(int times, String path) {
        plan(times, new Fault.Silent(), path);
    }

    /**
     * The next requests that change something do so and note their answer, but the connection breaks in the middle of it, at once. (Were it
     * closed before the answer, the JDK would silently send a POST again.)
     */
    public void breakAfterEffect(int times) {
        breakAfterEffect(times, "/v1/");
    }

    /** The same, for addresses that begin so. */
    public void breakAfterEffect(int times, String path) {
        plan(times, new Fault.Broken(), path);
    }

    private synchronized void plan(int times, Fault fault, String path) {
        for (int time = 0; time < times; time++) {
            planned.add(new Planned(fault, path));
        }
    }

    /** From now on requests wait, at the longest for so long, until they are {@linkplain #release released}; then they do what they should. */
    public synchronized void hang(Duration longest) {
        hang = longest;
        released = new CountDownLatch(1);
    }

    /** Those that hang go on, those that are silent are cut off, and nobody hangs any more. */
    public synchronized void release() {
        hang = Duration.ZERO;
        released.countDown();
        silence.countDown();
        silence = new CountDownLatch(1);
    }

    /** From now on each request takes so long. */
    public synchronized void slow(Duration each) {
        slow = each;
    }

    /** From now on all requests are answered 503 and do nothing, repeated ones too, until {@linkplain #clear all is well}. */
    public synchronized void goDown() {
        down = true;
    }

    /** All is well again. */
    public synchronized void clear() {
        planned.clear();
        down = false;
        slow = Duration.ZERO;
        release();
    }

    /** How many requests there were to addresses that begin so, refused ones and repeated ones too. */
    public synchronized long requests(String path) {
        return requests.entrySet().stream().filter(one -> one.getKey().substring(one.getKey().indexOf(' ') + 1).startsWith(path))
                .mapToLong(Map.Entry::getValue).sum();
    }

    /** The same, by method and address. */
    public synchronized Map<String, Long> requests() {
        return new TreeMap<>(requests);
    }

    /** How many requests have changed something; a replayed one has not. */
    public synchronized long effects() {
        return effects;
    }

    /** How many requests were there at once, at most. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** Counts from zero again. */
    public synchronized void forgetCounts() {
        requests.clear();
        effects = 0;
        mostAtOnce = atOnce;
    }

    synchronized boolean isDown() {
        return down;
    }

    synchronized void entered(String method, String path) {
        requests.merge(method + " " + path, 1L, Long::sum);
        mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    }

    synchronized void left() {
        atOnce--;
    }

    synchronized void took() {
        effects++;
    }

    synchronized Optional<Fault> next(String method, String path) {
        Iterator<Planned> plans = planned.iterator();
        while (plans.hasNext()) {
            Planned plan = plans.next();
            if (plan.meets(method, path)) {
                plans.remove();
                return Optional.of(plan.fault());
            }
        }
        return Optional.empty();
    }

    /** Says nothing until released. */
    void keepSilent() throws InterruptedException {
        CountDownLatch until;
        synchronized (this) {
            until = silence;
        }
        until.await();
    }

    /** Takes the time that a request takes now. */
    void delay() throws InterruptedException {
        Duration longest;
        Duration each;
        CountDownLatch until;
        synchronized (this) {
            longest = hang;
            each = slow;
            until = released;
        }
        until.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        Thread.sleep(each);
    }
}
