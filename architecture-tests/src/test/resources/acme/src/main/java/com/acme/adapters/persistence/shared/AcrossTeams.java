package com.acme.adapters.persistence.shared;

public final class AcrossTeams {}
