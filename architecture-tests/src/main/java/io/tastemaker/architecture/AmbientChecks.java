package io.tastemaker.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a computation must be told instead of asking its surroundings. */
final class AmbientChecks {

    private AmbientChecks() {}

    static Stream<String> none(House house) {
        return house.inside()
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(AmbientChecks::isAmbient)
                .map(JavaAccess::getDescription);
    }

    private static boolean isAmbient(JavaCodeUnitAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String method = access.getTarget().getName();
        List<String> parameters = access.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return switch (owner) {
            case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(method);
            case "java.lang.Math", "java.lang.StrictMath" -> method.equals("random");
            case "java.lang.String" -> formatsForTheMachine(method, parameters);
            case "java.util.UUID" -> method.equals("randomUUID");
            case "java.util.Locale" -> method.equals("getDefault");
            case "java.util.TimeZone" -> method.equals("getDefault");
            case "java.util.Calendar" -> method.equals("getInstance");
            case "java.util.Collections" -> method.equals("shuffle") && parameters.size() == 1;
            case "java.util.Date", "java.util.Random", "java.util.SplittableRandom" -> method.equals("<init>") && parameters.isEmpty();
            case "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom" -> true;
            case "java.util.random.RandomGenerator" -> Set.of("getDefault", "of").contains(method);
            case "java.util.random.RandomGeneratorFactory" -> method.equals("create") && parameters.isEmpty();
            case "java.time.ZoneId" -> method.equals("systemDefault");
            case "java.time.InstantSource" -> method.equals("system");
            case "java.time.Clock" -> method.startsWith("system") || Set.of("tickMillis", "tickSeconds", "tickMinutes").contains(method);
            default -> owner.startsWith("java.time.") && method.equals("now") && !parameters.contains("java.time.Clock");
        };
    }

    /** Upper case in a Turkish locale, or digits in an Arabic one, are another text. */
    private static boolean formatsForTheMachine(String method, List<String> parameters) {
        return switch (method) {
            case "toLowerCase", "toUpperCase" -> parameters.isEmpty();
            case "format" -> !parameters.getFirst().equals("java.util.Locale");
            case "formatted" -> true;
            default -> false;
        };
    }
}
