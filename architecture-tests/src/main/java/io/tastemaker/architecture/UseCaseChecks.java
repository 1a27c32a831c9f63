package io.tastemaker.architecture;

import static io.tastemaker.architecture.House.isFinal;
import static io.tastemaker.architecture.House.target;
import static io.tastemaker.architecture.House.topLevel;
import static io.tastemaker.architecture.Layout.APPLICATION;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shape of the driving side. */
final class UseCaseChecks {

    private static final String INJECT = "jakarta.inject.Inject";

    private UseCaseChecks() {}

    static Stream<String> oneDoor(House house) {
        Set<JavaClass> useCases = house.useCases().collect(Collectors.toSet());
        Stream<String> shapes = useCases.stream().flatMap(UseCaseChecks::faultsOf);
        Stream<String> assemblies = house.in(APPLICATION)
                .filter(type -> type.isTopLevelClass() && type.getSimpleName().endsWith("UseCases"))
                .filter(type -> type.getConstructors().stream().filter(it -> it.isAnnotatedWith(INJECT)).count() != 1)
                .map(type -> type.getName() + " assembles use cases, but has not exactly one @Inject constructor");
        Stream<String> strays = house.in(APPLICATION)
                .filter(type -> !type.getSimpleName().endsWith("UseCases"))
                .filter(type -> type.getConstructors().stream().anyMatch(it -> it.isAnnotatedWith(INJECT)))
                .map(type -> type.getName() + " has an @Inject constructor, but is no assembly (*UseCases)");
        return Stream.of(shapes, assemblies, strays).flatMap(fault -> fault);
    }

    private static Stream<String> faultsOf(JavaClass useCase) {
        Stream.Builder<String> faults = Stream.builder();
        if (!isPublic(useCase) || !isFinal(useCase) || useCase.isRecord() || useCase.isEnum()) {
            faults.add(useCase.getName() + " is a use case, but no public final class");
        }
        useCase.getConstructors().stream()
                .filter(constructor -> !isPackagePrivate(constructor))
                .forEach(constructor -> faults.add(constructor.getFullName() + " is not package-private"));
        List<JavaMethod> doors = useCase.getMethods().stream().filter(UseCaseChecks::isPublic).toList();
        if (doors.size() != 1 || !takesItsInput(useCase, doors.getFirst())) {
            faults.add(useCase.getName() + " has the public methods "
                    + doors.stream().map(door -> door.getName()
                            + door.getRawParameterTypes().stream().map(JavaClass::getSimpleName).toList()).sorted().toList()
                    + " instead of the one handle(Command | Query)");
        }
        return faults.build();
    }

    private static boolean takesItsInput(JavaClass useCase, JavaMethod door) {
        List<JavaClass> parameters = door.getRawParameterTypes();
        return door.getName().equals("handle")
                && !door.getModifiers().contains(JavaModifier.STATIC)
                && parameters.size() == 1
                && House.isUseCaseInput(parameters.getFirst())
                && parameters.getFirst().getEnclosingClass().filter(useCase::equals).isPresent();
    }

    private static boolean isPublic(HasModifiers member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isPackagePrivate(JavaConstructor constructor) {
        Set<JavaModifier> modifiers = constructor.getModifiers();
        return Stream.of(JavaModifier.PUBLIC, JavaModifier.PROTECTED, JavaModifier.PRIVATE).noneMatch(modifiers::contains);
    }

    static Stream<String> outcomes(House house) {
        List<JavaClass> outcomes = house.in(APPLICATION)
                .filter(type -> type.isMemberClass() && type.getSimpleName().equals("Outcome"))
                .toList();
        Stream<String> open = outcomes.stream()
                .filter(outcome -> !outcome.isSealed())
                .map(outcome -> outcome.getName() + " is not sealed");
        Stream<String> odd = outcomes.stream()
                .flatMap(outcome -> outcome.getAllSubclasses().stream())
                .filter(house.main()::contains)
                .filter(variant -> !variant.isRecord() && !(variant.isInterface() && variant.isSealed()))
                .map(variant -> variant.getName() + " is a variant of an Outcome, but no record");
        return Stream.concat(open, odd);
    }

    static Stream<String> neighbours(House house) {
        Set<JavaClass> useCases = house.useCases().collect(Collectors.toSet());
        Map<String, Set<String>> calls = new HashMap<>();
        Stream.Builder<String> faults = Stream.builder();
        for (JavaClass part : house.in(APPLICATION).filter(type -> useCases.contains(topLevel(type))).toList()) {
            JavaClass useCase = topLevel(part);
            for (Dependency dependency : part.getDirectDependenciesFromSelf()) {
                JavaClass target = topLevel(target(dependency));
                if (useCases.contains(target) && !target.equals(useCase)) {
                    calls.computeIfAbsent(useCase.getName(), absent -> new TreeSet<>()).add(target.getName());
                } else if (house.isIn(target, APPLICATION) && !isNeighbour(house, useCase, target)) {
                    faults.add(dependency.getDescription());
                }
            }
        }
        Cycles.in(calls).forEach(cycle -> faults.add("use cases call each other in a circle: " + cycle));
        return faults.build();
    }

    private static boolean isNeighbour(House house, JavaClass useCase, JavaClass target) {
        String context = house.at(target).context();
        boolean near = context.equals(house.at(useCase).context()) || house.layout().effectiveMap().inKernel(context);
        return (near || isAnswer(target)) && !target.getSimpleName().endsWith("UseCases");
    }

    /** A record beside the use cases is what several of them answer with; whoever may call them may hold it. */
    private static boolean isAnswer(JavaClass target) {
        return target.isRecord() && !target.getPackageName().endsWith(".out");
    }

    static Stream<String> actors(House house) {
        return house.in(APPLICATION).filter(House::isUseCaseInput).filter(input -> !beginsWithActor(input))
                .map(input -> input.getName() + " is no record that begins with an Actor or Anonymous");
    }

    private static boolean beginsWithActor(JavaClass input) {
        List<String> components = input.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(field -> field.getRawType().getName())
                .sorted()
                .toList();
        return input.isRecord()
                && !components.isEmpty()
                && input.getConstructors().stream()
                        .map(JavaConstructor::getRawParameterTypes)
                        .filter(parameters -> parameters.stream().map(JavaClass::getName).sorted().toList().equals(components))
                        .allMatch(parameters -> isActor(parameters.getFirst()));
    }

    private static boolean isActor(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawInterfaces().stream())
                .anyMatch(it -> it.getSimpleName().equals("Actor") || it.getSimpleName().equals("Anonymous"));
    }
}
