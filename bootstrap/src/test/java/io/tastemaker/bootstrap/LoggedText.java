package io.tastemaker.bootstrap;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/** Everything that the program logs while this is open, with the configuration it is shipped with, set to the most verbose level. */
final class LoggedText implements AutoCloseable {

    private static final String LEVEL = "tastemaker.log.level";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    private LoggedText() {
        System.setProperty(LEVEL, "TRACE");
        context.reset();
        Logging.asShipped(context);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender());
    }

    private OutputStreamAppender<ILoggingEvent> appender() {
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(text);
        appender.start();
        return appender;
    }

    static LoggedText open() {
        return new LoggedText();
    }

    String text() {
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.clearProperty(LEVEL);
        context.reset();
        try {
            new ContextInitializer(context).autoConfig();
        } catch (JoranException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
