package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.domain.shared.Coded;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Converter;

/** Vocabularies as their codes, the form in which columns hold them. */
public final class Codes {

    private Codes() {}

    /**
     * Reads and writes one code; used by the generated tables.
     *
     * @param vocabulary the type
     * @param <E> the type
     * @return the converter
     */
    public static <E extends Enum<E> & Coded> Converter<String, E> converter(Class<E> vocabulary) {
        return Converter.ofNullable(String.class, vocabulary, code -> read(vocabulary, code), Coded::code);
    }

    /**
     * Reads a code that was written before.
     *
     * @param vocabulary the type
     * @param code the code
     * @param <E> the type
     * @return the member
     */
    public static <E extends Enum<E> & Coded> E read(Class<E> vocabulary, String code) {
        return Coded.find(vocabulary, code).orElseThrow(() -> new IllegalStateException("no " + vocabulary.getSimpleName() + ": " + code));
    }

    /**
     * Reads codes that were written before.
     *
     * @param vocabulary the type
     * @param codes the codes
     * @param <E> the type
     * @return the members
     */
    public static <E extends Enum<E> & Coded> Set<E> readAll(Class<E> vocabulary, String... codes) {
        return Arrays.stream(codes).map(code -> read(vocabulary, code)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Writes codes, in the order of the alphabet.
     *
     * @param members the members
     * @return their codes
     */
    public static String[] write(Collection<? extends Coded> members) {
        return members.stream().map(Coded::code).sorted().toArray(String[]::new);
    }
}
