package io.tastemaker.adapters.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record prints what it holds unless it is told not to, and what is printed may end in a log. */
class SecretsAreNotPrintedTest {

    private static final String CANARY = "canary";

    private static final Pattern SECRET = Pattern.compile("(?i).*password|.*token|secret|uri|code|recoveryCodes?|key|state");

    @ParameterizedTest
    @MethodSource("holders")
    void a_record_with_a_secret_does_not_print_it(Class<?> holder) throws ReflectiveOperationException {
        for (RecordComponent component : holder.getRecordComponents()) {
            if (isSecret(component)) {
                assertThat(holding(holder, component).toString()).as(component.toString()).doesNotContain(CANARY);
            }
        }
    }

    /** What is read from a body or written into one, and has a secret. */
    static Stream<Class<?>> holders() throws IOException, URISyntaxException {
        Path classes = Path.of(AccountRoutes.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path here = classes.resolve(AccountRoutes.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(here)) {
            List<Class<?>> holders = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Json.class"))
                    .<Class<?>>map(SecretsAreNotPrintedTest::named)
                    .filter(type -> type.isRecord() && Arrays.stream(type.getRecordComponents()).anyMatch(SecretsAreNotPrintedTest::isSecret))
                    .toList();
            assertThat(holders).contains(SignUpJson.class, SignedInJson.class, ApiKeyRoutes.KeyWithSecretJson.class);
            return holders.stream();
        }
    }

    private static Class<?> named(String file) {
        try {
            return Class.forName(AccountRoutes.class.getPackageName() + "." + file.replace(".class", ""));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The state of a thing is none; that of a sign-in elsewhere is, and stands beside its code. */
    private static boolean isSecret(RecordComponent component) {
        boolean named = SECRET.matcher(component.getName()).matches()
                && (!component.getName().equals("state") || component.getDeclaringRecord().getSimpleName().startsWith("Callback"));
        return named && (component.getType() == String.class || component.getType() == Optional.class || component.getType() == List.class);
    }

    /** Only the secret is there, and where it is none of those to choose from, the first of those. */
    private static Object holding(Class<?> holder, RecordComponent secret) throws ReflectiveOperationException {
        RecordComponent[] components = holder.getRecordComponents();
        Optional<String> choice = Arrays.stream(components).filter(component -> component.getType() == Optional.class)
                .filter(first -> secret.getType() != Optional.class).map(RecordComponent::getName).findFirst();
        Constructor<?> constructor = holder.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(Arrays.stream(components)
                .map(component -> component.getName().equals(secret.getName()) ? some(component.getType(), CANARY)
                        : choice.filter(component.getName()::equals).isPresent() ? Optional.of("") : none(component.getType()))
                .toArray());
    }

    private static Object some(Class<?> type, String text) {
        return type == Optional.class ? Optional.of(text) : type == List.class ? List.of(text) : text;
    }

    private static Object none(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class || type == long.class) {
            return type == int.class ? (Object) 0 : (Object) 0L;
        }
        return type == Optional.class ? Optional.empty() : type == List.class ? List.of() : null;
    }
}
