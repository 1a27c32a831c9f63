package io.tastemaker.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@linkplain Rule rules} of a hexagonal program, for the program below one base package.
 *
 * <p>Expected packages: {@code <base>.domain.<context>}, {@code <base>.application.<context>} with the driven ports (interfaces) in
 * {@code <base>.application.<context>.out}, {@code <base>.adapters.<adapter>.<context>} and {@code <base>.bootstrap}. A layer that
 * holds no class fails <em>every</em> rule, because a rule over nothing passes silently; declare it {@link #optional} if it is meant.
 *
 * <p>Check classes imported together with their tests ({@code new ClassFileImporter().importPackages("com.acme")}). Classes from
 * {@code target/test-classes}, Gradle's and IntelliJ's test folders and {@code *-tests.jar} count as tests: only
 * {@link Rule#PORTS_HAVE_CONTRACTS} looks at them.
 *
 * <p>Instances never change; every method that configures returns another one.
 */
public final class HexagonRules {

    private final Layout layout;

    private HexagonRules(Layout layout) {
        this.layout = layout;
    }

    /**
     * The rules for the program whose packages begin with a base.
     *
     * @param basePackage the package above the layers, such as {@code com.acme}
     * @return the rules with nothing optional, any adapters, and no declared context map
     */
    public static HexagonRules of(String basePackage) {
        return new HexagonRules(Layout.of(basePackage));
    }

    /**
     * Names the adapters, each of which must hold classes; one that is not named is then a violation.
     *
     * @param names the package names below {@code adapters}, such as {@code persistence}
     * @return these rules with the adapters declared
     */
    public HexagonRules adapters(String... names) {
        return new HexagonRules(layout.withAdapters(Set.of(names)));
    }

    /**
     * Allows layers or adapters to be empty.
     *
     * @param names {@code domain}, {@code application}, {@code adapters}, {@code bootstrap}, or the name of a declared adapter
     * @return these rules with those layers optional
     */
    public HexagonRules optional(String... names) {
        return new HexagonRules(layout.withOptional(Set.of(names)));
    }

    /**
     * Names packages outside the hexagon that, like {@code bootstrap}, may see everything and are seen by nobody, such as benchmarks.
     *
     * @param names package names below the base, each of which must hold classes
     * @return these rules with those packages known
     */
    public HexagonRules outside(String... names) {
        return new HexagonRules(layout.withOutside(Set.of(names)));
    }

    /**
     * Declares which context may use which. Without a map the kernel is {@code shared} and contexts may only refer to each other by id.
     *
     * @param map the declared map
     * @return these rules with the map
     */
    public HexagonRules contextMap(ContextMap map) {
        return new HexagonRules(layout.withMap(map));
    }

    /**
     * Excuses a class from a rule. An excuse that excuses nothing is itself a violation, so none outlives its reason.
     *
     * @param rule the rule
     * @param className the full name of the class whose violations are excused
     * @param reason why the rule makes no sense there
     * @return these rules with the exception
     * @throws IllegalArgumentException when no reason is given
     */
    public HexagonRules except(Rule rule, String className, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an exception needs a reason: " + className);
        }
        return new HexagonRules(layout.except(rule, className));
    }

    /**
     * Every rule at once; each violation begins with the name of its rule.
     *
     * @return one rule that fails when any {@link Rule} fails
     */
    public ArchRule all() {
        return allExcept();
    }

    /**
     * Every rule but some, for a program that is on its way.
     *
     * @param left the rules to leave out
     * @return one rule that fails when any other {@link Rule} fails
     */
    public ArchRule allExcept(Rule... left) {
        Set<Rule> rules = EnumSet.allOf(Rule.class);
        Arrays.asList(left).forEach(rules::remove);
        Map<String, Check> checks = new LinkedHashMap<>();
        rules.forEach(rule -> checks.put(rule.name(), rule.check()));
        return rule("the rules of the hexagon " + layout.base(), checks);
    }

    /**
     * One rule.
     *
     * @param rule which
     * @return it, for this program
     */
    public ArchRule rule(Rule rule) {
        return rule(rule.name(), rule.check()).as(rule.sentence());
    }

    /** A rule of a program's own, over the same layers. */
    ArchRule rule(String name, Check check) {
        return rule(name, Map.of(name, check));
    }

    Layout layout() {
        return layout;
    }

    private ArchRule rule(String description, Map<String, Check> checks) {
        return classes().should(new Keep(layout, checks)).as(description);
    }

    /** Looks at all classes together: most rules are about the whole, and a fault may be the absence of a class. */
    private static final class Keep extends ArchCondition<JavaClass> {

        private final Layout layout;
        private final Map<String, Check> checks;
        private List<JavaClass> imported = List.of();

        Keep(Layout layout, Map<String, Check> checks) {
            super("keep %s", checks.keySet());
            this.layout = layout;
            this.checks = checks;
        }

        @Override
        public void init(Collection<JavaClass> all) {
            imported = List.copyOf(all);
        }

        @Override
        public void check(JavaClass item, ConditionEvents events) {
            events.add(SimpleConditionEvent.satisfied(item, item.getName()));
        }

        @Override
        public void finish(ConditionEvents events) {
            House house = House.of(layout, imported);
            checks.forEach((name, check) -> faults(house, name, check)
                    .distinct()
                    .sorted()
                    .forEach(fault -> events.add(SimpleConditionEvent.violated(layout, "[" + name + "] " + fault))));
        }

        private Stream<String> faults(House house, String name, Check check) {
            List<String> found = check.faults(house).toList();
            Set<String> excused = layout.exceptions().getOrDefault(name, Set.of());
            Stream<String> stale = excused.stream()
                    .filter(className -> found.stream().noneMatch(fault -> mentions(fault, className)))
                    .map(className -> className + " is excused, but breaks nothing");
            Stream<String> standing = found.stream()
                    .filter(fault -> excused.stream().noneMatch(className -> mentions(fault, className)));
            return Stream.of(house.gaps(), stale, standing).flatMap(fault -> fault);
        }

        private static boolean mentions(String fault, String className) {
            return Pattern.compile("\\b" + Pattern.quote(className) + "\\b").matcher(fault).find();
        }
    }
}
