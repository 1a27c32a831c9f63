package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.Utils;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the native libraries may do, and what happens without them. */
class NativesTest {

    @Test
    void the_tokenizers_believe_that_there_is_no_network() {
        assertThat(Natives.missing()).isEmpty();
        assertThat(Utils.isOfflineMode()).isTrue();
    }

    /** From 1.29.0 on, ONNX Runtime reports to its maker from Linux and macOS too, unless a variable of the environment forbids it. */
    @ParameterizedTest
    @ValueSource(strings = {"linux-x64/libonnxruntime.so", "linux-aarch64/libonnxruntime.so", "osx-aarch64/libonnxruntime.dylib"})
    void onnx_runtime_knows_nobody_to_report_to(String library) throws IOException {
        try (InputStream content = NativesTest.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
            assertThat(content).isNotNull();
            String bytes = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(bytes.contains("data.microsoft.com") || bytes.contains("ORT_DISABLE_TELEMETRY")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"onnxruntime", "tokenizers", "djl"})
    void without_a_library_models_are_unsupported_and_nothing_breaks(String library, @TempDir Path directory)
            throws ReflectiveOperationException, IOException {
        TinyModels.sentiment(directory);
        try (URLClassLoader without = new URLClassLoader(others(library), ClassLoader.getPlatformClassLoader())) {
            Object opened = without.loadClass(LocalModels.class.getName()).getMethod("open", Path.class, InstantSource.class)
                    .invoke(null, directory, InstantSource.system());

            assertThat(opened.getClass().getName()).isEqualTo(LocalModels.Opened.Unsupported.class.getName());
            assertThat(opened.toString()).contains("the libraries that run models cannot be used on this machine");
        }
    }

    private static URL[] others(String library) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.replace('\\', '/').contains("/" + library + "/"))
                .map(entry -> Path.of(entry).toUri()).map(NativesTest::url).toArray(URL[]::new);
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
