# Standard, definitions and warnings for every target, carried by one INTERFACE target.
add_library(gatescope_common INTERFACE)
add_library(Gatescope::Common ALIAS gatescope_common)

target_compile_features(gatescope_common INTERFACE cxx_std_23)
target_include_directories(gatescope_common INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(gatescope_common INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_USE_QSTRINGBUILDER
    QT_STRICT_ITERATORS
    QT_NO_FOREACH
    QT_NO_KEYWORDS)
target_compile_options(gatescope_common INTERFACE
    -Wall -Wextra -Wpedantic -Woverloaded-virtual -Wold-style-cast -Wnon-virtual-dtor -Wshadow)
if(GATESCOPE_WARNINGS STREQUAL "error")
    target_compile_options(gatescope_common INTERFACE -Werror)
endif()
if(GATESCOPE_SANITIZE)
    target_compile_options(gatescope_common INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(gatescope_common INTERFACE -fsanitize=address,undefined)
endif()
if(GATESCOPE_FUZZ)
    target_compile_options(gatescope_common INTERFACE -fsanitize=fuzzer-no-link,float-cast-overflow
        -Wno-deprecated-declarations) # of the library's own use, which clang does not take for the system's
endif()

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(GATESCOPE_CCACHE ccache)
if(GATESCOPE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${GATESCOPE_CCACHE})
endif()
find_program(GATESCOPE_MOLD mold)
if(GATESCOPE_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()
