package com.acme.domain.shared;

/** Open, but only enums and records of the domain implement it. */
public interface Coded {
    String code();
}
