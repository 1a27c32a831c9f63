package io.tastemaker.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The imported classes of one program, its tests apart. */
record House(Layout layout, Set<JavaClass> main, Set<JavaClass> tests) {

    static House of(Layout layout, Collection<JavaClass> imported) {
        Map<Boolean, Set<JavaClass>> sorted = imported.stream()
                .filter(layout::owns)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.partitioningBy(House::isTest, Collectors.toUnmodifiableSet()));
        return new House(layout, sorted.get(false), sorted.get(true));
    }

    /** Of test classes in a folder, and of those that another module reads out of a jar. */
    static boolean isTest(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString().contains("-tests.jar!")
                        || ImportOption.Predefined.ONLY_INCLUDE_TESTS.includes(Location.of(source.getUri())))
                .orElse(false);
    }

    /** The places that ought to hold classes and hold none: a rule over nothing proves nothing. */
    Stream<String> gaps() {
        Stream<String> layers = Stream.concat(Layout.LAYERS.stream(), layout.outside().stream())
                .filter(layer -> !layout.optional().contains(layer))
                .filter(layer -> in(layer).findAny().isEmpty())
                .map(layer -> "no class in " + layout.base() + "." + layer + "..: the layer is empty or its name is mistyped");
        Stream<String> adapters = layout.adapters().stream()
                .filter(adapter -> !layout.optional().contains(adapter))
                .filter(adapter -> in(Layout.ADAPTERS).noneMatch(type -> at(type).part().equals(adapter)))
                .map(adapter -> "no class in " + layout.base() + "." + Layout.ADAPTERS + "." + adapter
                        + "..: the adapter is empty or its name is mistyped");
        Set<String> known = new TreeSet<>(Layout.LAYERS);
        known.addAll(layout.adapters());
        Stream<String> mistyped = layout.optional().stream()
                .filter(Predicate.not(known::contains))
                .map(name -> name + " is declared optional, but is neither a layer nor a declared adapter");
        return Stream.of(layers, adapters, mistyped).flatMap(gap -> gap);
    }

    Stream<JavaClass> in(String layer) {
        return main.stream().filter(type -> address(type).filter(address -> address.in(layer)).isPresent());
    }

    Stream<JavaClass> inside() {
        return Stream.concat(in(Layout.DOMAIN), in(Layout.APPLICATION));
    }

    Optional<Layout.Address> address(JavaClass type) {
        return layout.addressOf(type);
    }

    /** The address of a class that is known to have one. */
    Layout.Address at(JavaClass type) {
        return address(type).orElseThrow(() -> new IllegalArgumentException(type + " stands in no layer"));
    }

    boolean isIn(JavaClass type, String layer) {
        return address(type).filter(address -> address.in(layer)).isPresent();
    }

    /** Every context that has a class in the domain or the application. */
    Set<String> contexts() {
        return inside()
                .map(type -> at(type).context())
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Stream<JavaClass> ports() {
        return main.stream().filter(this::isPort);
    }

    /** A driven port is an open top-level interface in an `out` package. What is sealed or nested there is data. */
    boolean isPort(JavaClass type) {
        return address(type).filter(Layout.Address::driven).isPresent()
                && type.isInterface() && type.isTopLevelClass() && !type.isSealed() && !type.isAnnotation();
    }

    /** The use cases: top-level classes of the application with a nested Command or Query. */
    Stream<JavaClass> useCases() {
        return in(Layout.APPLICATION).filter(House::isUseCaseInput).map(House::topLevel).distinct();
    }

    static boolean isUseCaseInput(JavaClass type) {
        return type.isMemberClass() && (type.getSimpleName().equals("Command") || type.getSimpleName().equals("Query"));
    }

    static JavaClass topLevel(JavaClass type) {
        JavaClass outermost = type.getBaseComponentType();
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost;
    }

    static boolean isFinal(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.FINAL);
    }

    static Stream<Dependency> dependencies(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !target(dependency).isPrimitive());
    }

    static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }
}
