package io.tastemaker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule catches its specimens, and for the right reason: a specimen's comments say what must be found ({@code // caught:}) and which
 * other rules the same fault breaks ({@code // also:}); all remaining rules must stay silent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpecimenTest {

    private Acme acme;

    @BeforeAll
    void compile(@TempDir Path home) {
        acme = Acme.good(home);
    }

    @Test
    void the_good_program_keeps_every_rule() {
        JavaClasses classes = acme.classes();

        rules().forEach((name, rule) -> assertThat(faults(rule, classes)).as(name).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void each_specimen_is_caught_by_its_rule_and_no_other(Path specimen, @TempDir Path home) {
        JavaClasses classes = acme.spoiled(home, specimen).classes();
        String rule = specimen.getParent().getFileName().toString();
        List<String> faults = faults(rules().get(rule), classes);

        assertThat(marked(specimen, "// caught: "))
                .as("what the specimen expects to be found").isNotEmpty()
                .allSatisfy(expected -> assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(expected)));
        assertThat(broken(classes)).isEqualTo(expectedToBreak(specimen, rule));
    }

    @Test
    void every_rule_has_a_specimen() {
        Set<String> proven = specimens().map(specimen -> specimen.getParent().getFileName().toString()).collect(Collectors.toSet());

        assertThat(proven).isEqualTo(rules().keySet());
    }

    private static Stream<Path> specimens() {
        return Acme.specimens().stream();
    }

    private static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        Arrays.stream(Rule.values()).forEach(rule -> rules.put(rule.name(), Acme.RULES.rule(rule)));
        Arrays.stream(TastemakerRules.values()).forEach(rule -> rules.put(rule.name(), rule.of(Acme.RULES)));
        return rules;
    }

    private static List<String> faults(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    private static Set<String> broken(JavaClasses classes) {
        return rules().entrySet().stream()
                .filter(rule -> rule.getValue().evaluate(classes).hasViolation())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> expectedToBreak(Path specimen, String rule) {
        Set<String> rules = new TreeSet<>(Set.of(rule));
        marked(specimen, "// also: ").forEach(also -> rules.addAll(List.of(also.split(", "))));
        return rules;
    }

    private static List<String> marked(Path specimen, String mark) {
        return Acme.linesOf(specimen).stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }
}
