package simulations.users.agent;

/** Works at a person's pace. */
public final class QualityAgentUser implements QualityAgentVisitor {}
