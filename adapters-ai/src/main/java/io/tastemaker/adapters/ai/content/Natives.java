package io.tastemaker.adapters.ai.content;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the native libraries of ONNX Runtime and of the tokenizers are there: an operator may take their jars away, and they do not come
 * for every platform. Looked at once per process.
 */
final class Natives {

    private static final Logger LOG = LoggerFactory.getLogger(Natives.class);

    private Natives() {}

    /** Why models cannot be used; nothing when they can. */
    static Optional<String> missing() {
        return Once.MISSING;
    }

    private static final class Once {
        static final Optional<String> MISSING = look();
    }

    private static Optional<String> look() {
        try {
            return NativeLibraries.load();
        } catch (LinkageError | AssertionError absence) { // an assertion is how the tokenizers say that they do not know the platform
            LOG.debug("the libraries of local models cannot be used", absence);
            return Optional.of("the libraries that run models cannot be used on this machine ("
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "): " + root(absence));
        }
    }

    private static Throwable root(Throwable absence) {
        Throwable root = absence;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
