package io.tastemaker.bootstrap;

import io.tastemaker.adapters.ai.standin.StandInModels;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A server that has texts read by two models, a chat and then classifiers, whose plugs can be pulled. */
final class PulledModels implements AutoCloseable {

    private final IsolationDatabase database = IsolationDatabase.fresh();
    private final MovedClock clock = new MovedClock();
    private final Server server;
    private StandInModels chat = new StandInModels();
    private StandInModels classifiers = new StandInModels();

    /** The lease bounds how long a batch of a job waits for models: half of it. */
    PulledModels(int leaseSeconds) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put(Setting.ANALYSTS.variable(), "chat,inference");
        settings.put(Setting.CHAT_URL.variable(), chat.chat().toString());
        settings.put(Setting.CHAT_MODEL.variable(), "stand-in");
        settings.put(Setting.INFERENCE_URL.variable(), classifiers.classifiers().toString());
        settings.put(Setting.JOB_WORKERS.variable(), "1");
        settings.put(Setting.JOB_LEASE_SECONDS.variable(), Integer.toString(leaseSeconds));
        Settings read = Settings.from(settings);
        server = Server.start(new Application(read, Store.open(read), clock, UnaryOperator.identity()));
    }

    IsolationDatabase database() {
        return database;
    }

    MovedClock clock() {
        return clock;
    }

    Server server() {
        return server;
    }

    StandInModels chat() {
        return chat;
    }

    StandInModels classifiers() {
        return classifiers;
    }

    void both(Consumer<StandInModels> change) {
        change.accept(chat);
        change.accept(classifiers);
    }

    /** Nobody listens there any more, and what was being answered breaks off. */
    void goAway() {
        both(StandInModels::close);
    }

    /** Others at the same places, who are well. */
    void comeBack() {
        chat = new StandInModels(chat.base().getPort());
        classifiers = new StandInModels(classifiers.base().getPort());
    }

    @Override
    public void close() {
        both(StandInModels::close);
        server.close();
        database.close();
    }
}
