package io.tastemaker.bootstrap;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Something {@code ./run} can do. */
interface Command {

    /** The word behind {@code ./run}. */
    String name();

    /** How it is written, for people. */
    String usage();

    /** What it does, in one line. */
    String summary();

    /**
     * Does it.
     *
     * @param arguments what stands behind the word
     * @param environment the environment variables
     * @param out where it speaks
     * @return the exit status
     * @throws Arguments.Faulty when the arguments cannot be understood
     * @throws Failed when it cannot be done, with the reason
     */
    int run(List<String> arguments, Map<String, String> environment, PrintStream out);

    /** A command that could not be done; the message says why, to people. */
    final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }

        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
