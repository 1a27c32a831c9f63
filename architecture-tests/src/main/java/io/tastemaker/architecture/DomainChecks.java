package io.tastemaker.architecture;

import static io.tastemaker.architecture.House.isFinal;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.stream.Stream;

/** How a domain type is made. */
final class DomainChecks {

    private DomainChecks() {}

    static Stream<String> closed(House house) {
        Stream<String> open = house.in(Layout.DOMAIN)
                .filter(type -> !isClosed(house, type))
                .map(type -> type.getName() + " is open: neither record nor enum nor sealed nor final"
                        + (type.isInterface() ? ", and more than enums and records of the domain implement it" : ""));
        Stream<String> changing = house.in(Layout.DOMAIN)
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .map(field -> field.getFullName() + " is not final");
        return Stream.concat(open, changing);
    }

    private static boolean isClosed(House house, JavaClass type) {
        if (type.isRecord() || type.isEnum() || type.isSealed() || type.isAnnotation() || isFinal(type)
                || type.isAnonymousClass() || type.isLocalClass()) {
            return true;
        }
        return type.isInterface()
                && type.getAllSubclasses().stream().filter(house.main()::contains).allMatch(implementer -> isValue(house, implementer));
    }

    private static boolean isValue(House house, JavaClass type) {
        boolean constantWithBody = type.getRawSuperclass().filter(JavaClass::isEnum).isPresent();
        return house.isIn(type, Layout.DOMAIN) && (type.isRecord() || type.isEnum() || constantWithBody || type.isSealed());
    }
}
