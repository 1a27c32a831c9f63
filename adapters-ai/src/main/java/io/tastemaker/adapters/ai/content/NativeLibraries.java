package io.tastemaker.adapters.ai.content;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.util.Utils;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the native libraries. Both lie in their jars and are unpacked below the system's folder for temporary files
 * ({@code java.io.tmpdir}), from where they are removed as soon as they are loaded. That folder must not forbid to run programs. Who wants
 * another one has {@code onnxruntime.native.path} of ONNX Runtime and {@code ENGINE_CACHE_DIR} of the tokenizers.
 */
final class NativeLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
    private static final String OFFLINE = "ai.djl.offline";
    private static final String NO_REPORTS = "OPT_OUT_TRACKING";
    private static final String FOLDER = "ENGINE_CACHE_DIR";
    private static final List<String> FOLDERS = List.of(FOLDER, "DJL_CACHE_DIR");

    private NativeLibraries() {}

    static Optional<String> load() {
        try {
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL).setTelemetry(false);
            return loadTokenizers();
        } catch (OrtException | EngineException | IOException fault) {
            LOG.debug("the libraries of local models cannot be used", fault);
            return Optional.of("the libraries that run models cannot be loaded: " + fault.getMessage());
        }
    }

    /** The library of the tokenizers reports that it is used, and fetches what it misses, unless it believes that there is no network. */
    private static Optional<String> loadTokenizers() throws IOException {
        System.setProperty(OFFLINE, "true");
        System.setProperty(NO_REPORTS, "true");
        if (!Utils.isOfflineMode()) {
            return Optional.of("the environment variable DJL_OFFLINE lets local models use the network, and they must not: unset it");
        }
        if (FOLDERS.stream().anyMatch(name -> Utils.getEnvOrSystemProperty(name) != null)) {
            LibUtils.checkStatus();
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("tastemaker-tokenizers");
        System.setProperty(FOLDER, folder.toString());
        try {
            LibUtils.checkStatus();
            return Optional.empty();
        } finally {
            Utils.deleteQuietly(folder); // some systems keep what is loaded
        }
    }
}
