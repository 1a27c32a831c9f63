package io.tastemaker.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a driven port may say. */
final class PortChecks {

    private static final List<String> FINDERS =
            List.of("find", "load", "get", "by", "list", "all", "search", "read", "fetch", "lookup");

    private static final Set<String> NEVER_NULL = Set.of(
            "void", "java.util.Optional", "java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble",
            "java.util.List", "java.util.Set", "java.util.Map");

    private static final List<String> NOT_OURS = List.of("java.sql.", "java.net.http.", "java.util.logging.");

    private PortChecks() {}

    static Stream<String> finders(House house) {
        return house.ports()
                .flatMap(port -> port.getMethods().stream())
                .filter(method -> FINDERS.stream().anyMatch(verb -> beginsWith(method, verb)))
                .filter(method -> !saysWhatIsMissing(method.getRawReturnType()))
                .map(method -> method.getFullName() + " returns a bare " + method.getRawReturnType().getName());
    }

    private static boolean beginsWith(JavaMethod method, String verb) {
        String name = method.getName();
        return name.startsWith(verb) && (name.length() == verb.length() || Character.isUpperCase(name.charAt(verb.length())));
    }

    private static boolean saysWhatIsMissing(JavaClass type) {
        return NEVER_NULL.contains(type.getName())
                || type.isPrimitive()
                || type.isSealed()
                || type.getSimpleName().equals("Page")
                || type.isAssignableTo(AutoCloseable.class);
    }

    static Stream<String> signatures(House house) {
        return house.ports().flatMap(port -> Stream.concat(
                        port.getMethods().stream().flatMap(method -> foreign(
                                house, method.getFullName(),
                                Stream.concat(method.getAllInvolvedRawTypes().stream(), method.getExceptionTypes().stream()))),
                        foreign(house, port.getName(), port.getAllRawInterfaces().stream())));
    }

    private static Stream<String> foreign(House house, String signature, Stream<JavaClass> types) {
        return types.map(JavaClass::getBaseComponentType)
                .filter(type -> !type.isPrimitive() && !isOurs(house, type))
                .map(type -> signature + " mentions " + type.getName());
    }

    private static boolean isOurs(House house, JavaClass type) {
        boolean jdk = type.getName().startsWith("java.") && NOT_OURS.stream().noneMatch(type.getName()::startsWith);
        return jdk || house.isIn(type, Layout.DOMAIN) || house.isIn(type, Layout.APPLICATION);
    }
}
