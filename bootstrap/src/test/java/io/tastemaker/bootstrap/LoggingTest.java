package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoggingTest {

    private final LoggerContext context = new LoggerContext();
    private final Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void the_program_logs_as_it_is_shipped() {
        Logging.asShipped(context);
    }

    @Test
    void it_is_what_the_program_logs_by() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(Logging.class);
    }

    @Test
    void a_file_that_is_named_takes_its_place() {
        LoggerContext untouched = new LoggerContext();
        System.setProperty("logback.configurationFile", "mine.xml");
        try {
            assertThat(new Logging().configure(untouched)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
        } finally {
            System.clearProperty("logback.configurationFile");
        }
        assertThat(untouched.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().hasNext()).isFalse();
    }

    @Test
    void libraries_that_talk_much_say_only_what_is_wrong() {
        assertThat(root.getLevel()).isEqualTo(Level.toLevel(System.getProperty("tastemaker.log.level"), Level.INFO));
        assertThat(context.getLogger("org.eclipse.jetty.server").getEffectiveLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void an_event_is_one_line_of_json_with_the_id_of_its_request() {
        LoggingEvent event = new LoggingEvent("here", context.getLogger("a.class"), Level.INFO, "two\nlines, \"quoted\"", null, new Object[0]);
        event.setMDCPropertyMap(Map.of("request_id", "r-1", "secret", "not for the log"));

        assertThat(written(event)).endsWith(System.lineSeparator()).hasLineCount(1)
                .contains("\"message\":\"two\\nlines, \\\"quoted\\\"\"", "\"request_id\":\"r-1\"", "\"level\":\"INFO\"", "\"@timestamp\":\"")
                .doesNotContain("not for the log", "@version", "level_value");
    }

    private String written(ILoggingEvent event) {
        ConsoleAppender<ILoggingEvent> appender = (ConsoleAppender<ILoggingEvent>) root.getAppender("STDERR");
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
