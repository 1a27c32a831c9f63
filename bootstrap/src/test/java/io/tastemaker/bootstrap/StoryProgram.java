package io.tastemaker.bootstrap;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The server, whose time is that of a story. */
final class StoryProgram {

    static final String CLOCK = "story.clock";

    private StoryProgram() {}

    /** Serves until it is ended or killed. */
    public static void main(String[] arguments) throws InterruptedException {
        Settings settings = Settings.from(System.getenv());
        StoryClock clock = new StoryClock(Path.of(System.getProperty(CLOCK)));
        Server server = Server.start(new Application(settings, Store.open(settings), clock, UnaryOperator.identity()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("  API        " + server.address() + "/api/v1");
        Thread.currentThread().join();
    }
}
