from cl_lint.cli import main

main()
