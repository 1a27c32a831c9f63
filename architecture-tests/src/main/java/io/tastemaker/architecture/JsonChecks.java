package io.tastemaker.architecture;

import static io.tastemaker.architecture.House.target;
import static io.tastemaker.architecture.House.topLevel;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.stream.Stream;

/** The wire format belongs to the adapter that speaks it. */
final class JsonChecks {

    private JsonChecks() {}

    static Stream<String> stay(House house) {
        Stream<String> carried = house.in(Layout.ADAPTERS)
                .filter(type -> type.getSimpleName().endsWith("Json") || topLevel(type).getSimpleName().endsWith("Json"))
                .flatMap(type -> type.getFields().stream())
                .flatMap(field -> carried(house, field));
        Stream<String> spread = Stream.concat(house.inside(), house.in(Layout.BOOTSTRAP))
                .flatMap(House::dependencies)
                .filter(dependency -> isJackson(target(dependency)))
                .map(Dependency::getDescription);
        return Stream.concat(carried, spread);
    }

    private static Stream<String> carried(House house, JavaField field) {
        return field.getAllInvolvedRawTypes().stream()
                .filter(type -> house.isIn(type, Layout.DOMAIN) || house.isIn(type, Layout.APPLICATION))
                .map(type -> field.getFullName() + " carries " + type.getName());
    }

    private static boolean isJackson(JavaClass type) {
        return type.getName().startsWith("com.fasterxml.jackson.") || type.getName().startsWith("tools.jackson.");
    }
}
