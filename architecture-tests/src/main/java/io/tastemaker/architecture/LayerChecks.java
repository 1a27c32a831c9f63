package io.tastemaker.architecture;

import static io.tastemaker.architecture.House.dependencies;
import static io.tastemaker.architecture.House.target;
import static io.tastemaker.architecture.House.topLevel;
import static io.tastemaker.architecture.Layout.ADAPTERS;
import static io.tastemaker.architecture.Layout.APPLICATION;
import static io.tastemaker.architecture.Layout.BOOTSTRAP;
import static io.tastemaker.architecture.Layout.DOMAIN;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which layer may see what. */
final class LayerChecks {

    /** Parts of the JDK that reach out of the process, or start something in it. */
    private static final List<String> NOT_FOR_THE_DOMAIN = List.of(
            "java.io", "java.nio.file", "java.nio.channels", "java.net", "java.sql", "java.rmi", "java.util.logging", "java.util.prefs",
            "java.util.concurrent", "java.lang.reflect", "java.lang.management", "java.awt", "java.beans");

    private static final Set<String> NOT_FOR_THE_DOMAIN_EITHER = Set.of(
            "java.lang.Thread", "java.lang.ThreadGroup", "java.lang.ThreadLocal", "java.lang.Process", "java.lang.ProcessBuilder",
            "java.lang.Runtime", "java.util.Timer", "java.util.TimerTask");

    /** Pure values that happen to live in those packages, and what the serial form of an exception needs. */
    private static final Set<String> PLAIN_ALL_THE_SAME = Set.of(
            "java.io.Serial", "java.io.Serializable", "java.io.InvalidObjectException", "java.io.ObjectInputStream",
            "java.net.URI", "java.net.URISyntaxException", "java.net.IDN");

    private LayerChecks() {}

    static Stream<String> pointInwards(House house) {
        Stream<String> homeless = house.main().stream()
                .filter(type -> house.address(type).isEmpty())
                .map(type -> type.getName() + " stands in no layer");
        Stream<String> undeclared = house.in(ADAPTERS)
                .filter(type -> !house.layout().adapters().isEmpty())
                .filter(type -> !house.layout().adapters().contains(house.at(type).part()))
                .map(type -> type.getName() + " belongs to no declared adapter");
        Stream<String> outwards = arrows(house)
                .filter(arrow -> arrow.to().rank() > arrow.from().rank())
                .map(arrow -> arrow.dependency().getDescription());
        return Stream.of(homeless, undeclared, outwards).flatMap(fault -> fault);
    }

    static Stream<String> strangers(House house) {
        return arrows(house)
                .filter(arrow -> betweenAdapters(arrow) || ontoTheRoot(arrow, house.layout()))
                .map(arrow -> arrow.dependency().getDescription());
    }

    private static boolean betweenAdapters(Arrow arrow) {
        return arrow.from().in(ADAPTERS) && arrow.to().in(ADAPTERS) && !arrow.from().part().equals(arrow.to().part());
    }

    private static boolean ontoTheRoot(Arrow arrow, Layout layout) {
        boolean ontoOutside = layout.outside().contains(arrow.to().layer());
        boolean ontoBootstrap = arrow.to().in(BOOTSTRAP) && !layout.outside().contains(arrow.from().layer());
        return (ontoOutside || ontoBootstrap) && !arrow.from().layer().equals(arrow.to().layer());
    }

    static Stream<String> plainDomain(House house) {
        return house.in(DOMAIN)
                .flatMap(House::dependencies)
                .filter(dependency -> !house.isIn(target(dependency), DOMAIN) && !isPlain(target(dependency)))
                .map(Dependency::getDescription);
    }

    private static boolean isPlain(JavaClass type) {
        if (type.getPackageName().equals("java.util.concurrent.atomic")) {
            return true; // a value that may be shared starts nothing
        }
        String name = topLevel(type).getName();
        boolean banned = NOT_FOR_THE_DOMAIN_EITHER.contains(name)
                || NOT_FOR_THE_DOMAIN.stream().anyMatch(parent -> name.startsWith(parent + "."));
        return name.startsWith("java.") && (!banned || PLAIN_ALL_THE_SAME.contains(name));
    }

    static Stream<String> plainApplication(House house) {
        return house.in(APPLICATION)
                .flatMap(House::dependencies)
                .filter(dependency -> {
                    JavaClass target = target(dependency);
                    return !house.isIn(target, DOMAIN)
                            && !house.isIn(target, APPLICATION)
                            && !target.getName().startsWith("java.")
                            && !target.getPackageName().equals("jakarta.inject");
                })
                .map(Dependency::getDescription);
    }

    static Stream<String> wired(House house) {
        Set<JavaClass> adapters = house.in(ADAPTERS)
                .filter(type -> !type.isAnonymousClass() && type.getAllRawInterfaces().stream().anyMatch(house::isPort))
                .collect(Collectors.toUnmodifiableSet());
        return house.main().stream()
                .filter(type -> !house.isIn(type, BOOTSTRAP) && !house.layout().outside().contains(layer(house, type)))
                .flatMap(type -> Stream.concat(
                        type.getConstructorCallsFromSelf().stream(), type.getConstructorReferencesFromSelf().stream()))
                .filter(call -> adapters.contains(call.getTargetOwner()))
                .filter(call -> !topLevel(call.getTargetOwner()).equals(topLevel(call.getOriginOwner())))
                .map(call -> call.getDescription());
    }

    private static String layer(House house, JavaClass type) {
        return house.address(type).map(Layout.Address::layer).orElse("");
    }

    private static Stream<Arrow> arrows(House house) {
        return house.main().stream()
                .filter(type -> house.address(type).isPresent())
                .flatMap(type -> dependencies(type).flatMap(dependency -> arrow(house, type, dependency).stream()));
    }

    private static Optional<Arrow> arrow(House house, JavaClass type, Dependency dependency) {
        return house.address(target(dependency)).map(to -> new Arrow(house.at(type), to, dependency));
    }

    /** A dependency between two classes of the program. */
    private record Arrow(Layout.Address from, Layout.Address to, Dependency dependency) {}
}
