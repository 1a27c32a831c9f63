package io.tastemaker.architecture;

import static io.tastemaker.architecture.Layout.ADAPTERS;
import static io.tastemaker.architecture.Layout.APPLICATION;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every driven port is tested twice by the same test. */
final class ContractChecks {

    private ContractChecks() {}

    static Stream<String> kept(House house) {
        return house.ports().flatMap(port -> faultsOf(house, port));
    }

    private static Stream<String> faultsOf(House house, JavaClass port) {
        String name = port.getSimpleName() + "Contract";
        Optional<JavaClass> contract = testsIn(house, APPLICATION)
                .filter(test -> test.getSimpleName().equals(name) && isAbstract(test))
                .findAny();
        if (contract.isEmpty()) {
            return Stream.of(port.getName() + " has no abstract " + name + " among the application's tests");
        }
        Set<JavaClass> heirs = contract.get().getAllSubclasses();
        return List.of(APPLICATION, ADAPTERS).stream()
                .filter(layer -> testsIn(house, layer).noneMatch(test -> heirs.contains(test) && !isAbstract(test)))
                .map(layer -> port.getName() + ": its " + name + " is extended by no test in " + layer
                        + (layer.equals(APPLICATION) ? " (the in-memory adapter)" : " (a real adapter)"));
    }

    private static Stream<JavaClass> testsIn(House house, String layer) {
        return house.tests().stream().filter(test -> house.isIn(test, layer));
    }

    private static boolean isAbstract(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.ABSTRACT);
    }
}
