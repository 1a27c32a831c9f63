// caught: com.acme.util.Strings stands in no layer
package com.acme.util;

public final class Strings {}
