package io.tastemaker.architecture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which context of a program may know which other. A kernel context may be used by all and uses only the kernel.
 *
 * <p>Every name must be a context that exists in the domain or the application, or one declared {@link #planned}: so a typing error
 * cannot allow or forbid anything silently.
 */
public final class ContextMap {

    private final Set<String> kernel;
    private final Map<String, Set<String>> uses;
    private final Map<String, Set<String>> refers;
    private final Set<String> planned;

    private ContextMap(Set<String> kernel, Map<String, Set<String>> uses, Map<String, Set<String>> refers, Set<String> planned) {
        this.kernel = Set.copyOf(kernel);
        this.uses = Map.copyOf(uses);
        this.refers = Map.copyOf(refers);
        this.planned = Set.copyOf(planned);
    }

    /**
     * A map on which everybody may use some contexts.
     *
     * @param contexts the kernel
     * @return a map without any other arrow
     */
    public static ContextMap kernel(String... contexts) {
        return new ContextMap(Set.of(contexts), Map.of(), Map.of(), Set.of());
    }

    /**
     * Lets a context use the domain types of others.
     *
     * @param context the one that depends
     * @param others the ones it depends on
     * @return this map with the arrows
     */
    public ContextMap uses(String context, String... others) {
        return new ContextMap(kernel, plus(uses, context, others), refers, planned);
    }

    /**
     * Lets a context refer to others, but only by their ids (records named {@code *Id}).
     *
     * @param context the one that depends
     * @param others the ones whose ids it holds
     * @return this map with the arrows
     */
    public ContextMap refersTo(String context, String... others) {
        return new ContextMap(kernel, uses, plus(refers, context, others), planned);
    }

    /**
     * Names contexts of the map that may still be without a class.
     *
     * @param contexts their names
     * @return this map with the contexts planned
     */
    public ContextMap planned(String... contexts) {
        Set<String> more = new HashSet<>(planned);
        more.addAll(Set.of(contexts));
        return new ContextMap(kernel, uses, refers, more);
    }

    boolean inKernel(String context) {
        return kernel.contains(context);
    }

    boolean allows(String context, String other) {
        return inKernel(other) || has(uses, context, other) || has(refers, context, other);
    }

    boolean allowsAllTypes(String context, String other) {
        return inKernel(other) || has(uses, context, other);
    }

    Map<String, Set<String>> arrows() {
        Map<String, Set<String>> all = new HashMap<>();
        Stream.of(uses, refers).forEach(some -> some.forEach(
                (context, others) -> all.computeIfAbsent(context, absent -> new TreeSet<>()).addAll(others)));
        return all;
    }

    /** Names on the map that stand for no context. */
    Stream<String> unknown(Set<String> existing) {
        Set<String> named = new TreeSet<>(kernel);
        arrows().forEach((context, others) -> {
            named.add(context);
            named.addAll(others);
        });
        return named.stream().filter(name -> !existing.contains(name) && !planned.contains(name));
    }

    private static boolean has(Map<String, Set<String>> arrows, String context, String other) {
        return arrows.getOrDefault(context, Set.of()).contains(other);
    }

    private static Map<String, Set<String>> plus(Map<String, Set<String>> arrows, String context, String... others) {
        Map<String, Set<String>> more = new HashMap<>(arrows);
        Set<String> targets = new HashSet<>(more.getOrDefault(context, Set.of()));
        targets.addAll(Set.of(others));
        more.put(context, Set.copyOf(targets));
        return more;
    }
}
