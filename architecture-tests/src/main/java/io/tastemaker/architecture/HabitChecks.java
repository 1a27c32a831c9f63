package io.tastemaker.architecture;

import static io.tastemaker.architecture.House.target;
import static io.tastemaker.architecture.Layout.ADAPTERS;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Habits that cost more than they save, wherever they are found. */
final class HabitChecks {

    private static final List<String> LOGGERS = List.of("org.slf4j.", "java.util.logging.", "org.apache.logging.",
            "org.apache.commons.logging.", "ch.qos.logback.", "java.lang.System$Logger");

    private static final Set<String> INJECTORS = Set.of("Inject", "Autowired", "Resource", "Value");
    private static final Set<String> STREAMS = Set.of("out", "err", "in");
    private static final Set<String> GENERIC =
            Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error");
    private static final Set<String> OLD_DATES = Set.of("java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar");

    private HabitChecks() {}

    static Stream<String> sane(House house) {
        return Stream.of(injected(house), streams(house), generic(house), dates(house), loggers(house)).flatMap(fault -> fault);
    }

    private static Stream<String> injected(House house) {
        return house.main().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getAnnotations().stream()
                        .anyMatch(annotation -> INJECTORS.contains(annotation.getRawType().getSimpleName())))
                .map(field -> field.getFullName() + " is injected into the field");
    }

    private static Stream<String> streams(House house) {
        Stream<JavaClass> quiet = Stream.concat(house.inside(), house.in(ADAPTERS));
        return quiet.flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> isStream(access) || isPrintedTrace(access))
                .map(JavaAccess::getDescription);
    }

    private static boolean isStream(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.System") && STREAMS.contains(access.getTarget().getName());
    }

    private static boolean isPrintedTrace(JavaAccess<?> access) {
        return access.getTarget().getName().equals("printStackTrace") && access.getTargetOwner().isAssignableTo(Throwable.class);
    }

    private static Stream<String> generic(House house) {
        return house.main().stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> GENERIC.contains(call.getTargetOwner().getName()) && !isSuper(call))
                .map(JavaAccess::getDescription);
    }

    private static boolean isSuper(JavaConstructorCall call) {
        return call.getOrigin().isConstructor()
                && call.getOriginOwner().getRawSuperclass().filter(call.getTargetOwner()::equals).isPresent();
    }

    private static Stream<String> dates(House house) {
        return house.main().stream()
                .flatMap(House::dependencies)
                .filter(dependency -> OLD_DATES.contains(target(dependency).getName()))
                .map(Dependency::getDescription);
    }

    private static Stream<String> loggers(House house) {
        return house.inside()
                .flatMap(House::dependencies)
                .filter(dependency -> LOGGERS.stream().anyMatch(target(dependency).getName()::startsWith))
                .map(Dependency::getDescription);
    }
}
