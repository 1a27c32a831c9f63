package io.tastemaker.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where a program keeps its layers, and what its architect has declared. */
record Layout(
        String base,
        Set<String> adapters,
        Set<String> optional,
        Set<String> outside,
        Optional<ContextMap> map,
        Map<String, Set<String>> exceptions) {

    static final String DOMAIN = "domain";
    static final String APPLICATION = "application";
    static final String ADAPTERS = "adapters";
    static final String BOOTSTRAP = "bootstrap";
    static final String DRIVEN = "out";

    /** From the inside to the outside. */
    static final List<String> LAYERS = List.of(DOMAIN, APPLICATION, ADAPTERS, BOOTSTRAP);

    private static final ContextMap UNDECLARED = ContextMap.kernel("shared");

    static Layout of(String base) {
        return new Layout(base, Set.of(), Set.of(), Set.of(), Optional.empty(), Map.of());
    }

    Layout withAdapters(Set<String> names) {
        return new Layout(base, union(adapters, names), optional, outside, map, exceptions);
    }

    Layout withOptional(Set<String> names) {
        return new Layout(base, adapters, union(optional, names), outside, map, exceptions);
    }

    Layout withOutside(Set<String> names) {
        return new Layout(base, adapters, optional, union(outside, names), map, exceptions);
    }

    Layout withMap(ContextMap declared) {
        return new Layout(base, adapters, optional, outside, Optional.of(declared), exceptions);
    }

    Layout except(Rule rule, String className) {
        Map<String, Set<String>> more = new TreeMap<>(exceptions);
        more.put(rule.name(), union(exceptions.getOrDefault(rule.name(), Set.of()), Set.of(className)));
        return new Layout(base, adapters, optional, outside, map, more);
    }

    ContextMap effectiveMap() {
        return map.orElse(UNDECLARED);
    }

    boolean owns(JavaClass type) {
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    /** Where a class of this program lives; empty when it stands in no known layer, or is not of this program. */
    Optional<Address> addressOf(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        if (!owns(element) || element.getPackageName().equals(base)) {
            return Optional.empty();
        }
        List<String> path = Arrays.asList(element.getPackageName().substring(base.length() + 1).split("\\."));
        String layer = path.getFirst();
        if (outside.contains(layer)) {
            return Optional.of(new Address(LAYERS.size(), layer, "", "", false));
        }
        if (!LAYERS.contains(layer)) {
            return Optional.empty();
        }
        boolean adapter = layer.equals(ADAPTERS);
        String part = adapter && path.size() > 1 ? path.get(1) : "";
        int at = adapter ? 2 : 1;
        String context = path.size() > at ? path.get(at) : "";
        boolean driven = layer.equals(APPLICATION) && path.size() > 2 && path.get(2).equals(DRIVEN);
        return Optional.of(new Address(LAYERS.indexOf(layer), layer, part, context, driven));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    /**
     * The place of a class.
     *
     * @param rank how far outside its layer is, the domain being 0
     * @param layer one of {@link #LAYERS}, or a declared outside package
     * @param part the adapter's name, empty elsewhere
     * @param context the context's name, empty when the class lies above the contexts
     * @param driven whether the class lies among the driven ports
     */
    record Address(int rank, String layer, String part, String context, boolean driven) {

        boolean in(String name) {
            return layer.equals(name);
        }
    }
}
