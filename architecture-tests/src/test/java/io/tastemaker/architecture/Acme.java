package io.tastemaker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A tiny foreign program that keeps all rules. Its sources are test resources; a specimen is the same program with a file or two laid
 * over it, so that a specimen shows nothing but its fault.
 *
 * @param home where it was compiled, with Maven's folders
 */
record Acme(Path home) {

    static final HexagonRules RULES = HexagonRules.of("com.acme")
            .adapters("persistence", "http")
            .contextMap(ContextMap.kernel("shared").refersTo("shipping", "orders"));

    private static final Path RESOURCES = resources();
    private static final Path SPECIMENS = RESOURCES.resolve("specimens");
    private static final Path GOOD = RESOURCES.resolve("acme");
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    static Acme good(Path home) {
        Acme acme = new Acme(home);
        try {
            Files.createDirectories(acme.mainClasses());
            Files.createDirectories(acme.testClasses());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return acme.with(GOOD);
    }

    /** A copy of this program with the files of a specimen laid over it. */
    Acme spoiled(Path elsewhere, Path specimen) {
        try (Stream<Path> all = Files.walk(home.resolve("target"))) {
            for (Path file : all.sorted().toList()) {
                Files.copy(file, elsewhere.resolve(home.relativize(file)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Acme(elsewhere).with(specimen);
    }

    /** The folders of the specimens: the rule's name, then the fault's. */
    static List<Path> specimens() {
        return children(SPECIMENS).stream().flatMap(rule -> children(rule).stream()).toList();
    }

    Path mainClasses() {
        return home.resolve("target/classes");
    }

    Path testClasses() {
        return home.resolve("target/test-classes");
    }

    JavaClasses classes() {
        return new ClassFileImporter().importPaths(mainClasses(), testClasses());
    }

    /** Compiles one more test, given as text. */
    void addTest(String name, String text) throws IOException {
        Path file = Files.createDirectories(home.resolve("more")).resolve(name + ".java");
        Files.writeString(file, text);
        javac(List.of(file), List.of(mainClasses(), testClasses()), testClasses());
    }

    static List<String> linesOf(Path folder) {
        return javaFiles(folder).stream().flatMap(file -> read(file).lines()).toList();
    }

    private Acme with(Path sources) {
        compile(sources.resolve("src/main/java"), mainClasses());
        compile(sources.resolve("src/test/java"), testClasses());
        return this;
    }

    private void compile(Path sources, Path target) {
        if (Files.exists(sources)) {
            javac(javaFiles(sources), List.of(mainClasses(), testClasses()), target);
        }
    }

    private static void javac(List<Path> sources, List<Path> classPath, Path target) {
        StringWriter output = new StringWriter();
        List<String> path = new ArrayList<>(classPath.stream().map(Path::toString).toList());
        path.add(System.getProperty("java.class.path"));
        List<String> options = List.of("-d", target.toString(), "-proc:none", "-parameters", "-cp", String.join(":", path));
        boolean done = JAVAC.getTask(output, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(sources)).call();
        assertThat(done).as(() -> "javac said " + output).isTrue();
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path resources() {
        try {
            return Path.of(Acme.class.getResource("/acme").toURI()).getParent();
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
